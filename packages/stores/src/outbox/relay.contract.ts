import type { EventToSend } from "@org/events";
import { deferred, expectNothingPersonal, personal } from "@org/integrations/contracts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OperatedOutbox, Relay } from "./port.ts";
import type { AnyRelayOptions } from "./relay.ts";
import { recordingEngine, recordingLog } from "./testing/engine.ts";

export interface RelayBench {
  outbox: OperatedOutbox;
  /** A relay with a connection of its own. */
  create(options: AnyRelayOptions): Relay;
  /** Lets events that failed go at once. */
  forgetWaits(): Promise<unknown>;
  reset(): Promise<unknown>;
}

export const event = (key: string, revision: number): EventToSend => ({
  id: `order.updated:${key}:${revision}`,
  name: "order.updated",
  v: "1",
  data: { key, revision },
});

/** What every relay does, whatever database the outbox is in. */
export function relayContract(database: string, { outbox, create, forgetWaits, reset }: RelayBench): void {
  describe(`a relay of the outbox in ${database}`, () => {
    const running: Relay[] = [];

    beforeEach(() => reset());
    afterEach(async () => {
      await Promise.all(running.splice(0).map((relay) => relay.stop()));
    });

    async function startRelay(
      options: Pick<AnyRelayOptions, "client"> & Partial<AnyRelayOptions>,
    ): Promise<Relay> {
      const relay = create({ log: recordingLog(), ...options });
      running.push(relay);
      await relay.start();
      return relay;
    }

    const drained = () => expect.poll(async () => (await outbox.state()).pending).toBe(0);
    const idsOf = (events: readonly EventToSend[]) => events.map(({ id }) => id);

    it("events that wait and events that come are moved, once each", async () => {
      const engine = recordingEngine();
      await outbox.send([event("a", 1), event("b", 1)]);
      await startRelay({ client: engine });
      await drained();
      await outbox.send(event("c", 1));
      await drained();
      expect(idsOf(engine.accepted()).toSorted()).toEqual(
        ["a", "b", "c"].map((key) => `order.updated:${key}:1`),
      );
    });

    it("a commit wakes the relay long before its next look", async () => {
      const engine = recordingEngine();
      await startRelay({ client: engine, pollInterval: 3_600_000 });
      await outbox.send(event("a", 1));
      await drained();
    });

    it("three relays at once move every event once, each key in order", async () => {
      const engine = recordingEngine();
      const keys = Array.from({ length: 20 }, (_, n) => `k${n}`);
      const relays = await Promise.all([1, 2, 3].map(() => startRelay({ client: engine, batchSize: 7 })));
      for (let revision = 0; revision < 10; revision += 1)
        await outbox.send(keys.map((key) => event(key, revision)));
      await drained();
      await Promise.all(relays.map((relay) => relay.stop()));
      expect(engine.accepted()).toHaveLength(200);
      for (const key of keys) {
        const revisions = engine.accepted().filter(({ id }) => id?.includes(`:${key}:`));
        expect(idsOf(revisions)).toEqual(
          idsOf(Array.from({ length: 10 }, (_, revision) => event(key, revision))),
        );
      }
    });

    it("while one relay holds a key's first event, no other sends its second", async () => {
      const engine = recordingEngine();
      const arrived = deferred();
      const release = deferred();
      engine.decide(async (events) => {
        if (idsOf(events).includes("order.updated:a:1")) {
          arrived.resolve();
          await release.promise;
        }
      });
      await outbox.send(event("a", 1));
      await startRelay({ client: engine });
      await arrived.promise;
      await outbox.send([event("a", 2), event("b", 1)]);
      await startRelay({ client: engine });
      await expect.poll(() => idsOf(engine.accepted())).toEqual(["order.updated:b:1"]);
      release.resolve();
      await drained();
      expect(idsOf(engine.accepted())).toEqual([
        "order.updated:b:1",
        "order.updated:a:1",
        "order.updated:a:2",
      ]);
    });

    it("with the engine down events stay, visibly, and go in order when it is back", async () => {
      const engine = recordingEngine();
      const log = recordingLog();
      engine.decide(() => {
        throw new Error("connect ECONNREFUSED 127.0.0.1:8288");
      });
      await outbox.send([event("a", 1), event("a", 2), event("b", 1)]);
      await startRelay({ client: engine, log });
      await expect
        .poll(async () => (await outbox.state()).failing)
        .toContainEqual(
          expect.objectContaining({
            id: "order.updated:a:1",
            lastError: expect.stringContaining("ECONNREFUSED"),
          }),
        );
      expect((await outbox.state()).pending).toBe(3);
      engine.decide(() => undefined);
      await drained();
      expect(idsOf(engine.accepted()).filter((id) => id?.includes(":a:"))).toEqual([
        "order.updated:a:1",
        "order.updated:a:2",
      ]);
      expect(log.lines.map(({ message }) => message)).toContain("the engine takes events again");
    });

    it("one event that the engine refuses holds up only its own key", async () => {
      const engine = recordingEngine();
      engine.decide((events) => {
        if (idsOf(events).includes("order.updated:bad:1")) throw new Error("400 Bad Request");
      });
      await outbox.send([
        event("bad", 1),
        event("bad", 2),
        ...Array.from({ length: 30 }, (_, n) => event(`k${n}`, 1)),
      ]);
      await startRelay({ client: engine });
      await expect.poll(() => engine.accepted().length).toBe(30);
      await expect
        .poll(
          async () => (await outbox.state()).failing.find(({ id }) => id === "order.updated:bad:1")?.attempts,
        )
        .toBeGreaterThan(1);
      await expect.poll(() => outbox.state()).toMatchObject({ pending: 2 });
    });

    it("an engine that quotes the event's data leaves none of it in the outbox or the log", async () => {
      const engine = recordingEngine();
      const log = recordingLog();
      engine.decide((events) => {
        throw new Error(`400: invalid data ${JSON.stringify(events)}`);
      });
      const { name, email, phone } = personal;
      await outbox.send({ name: "user.created", v: "1", data: { name, email, contact: { phone } } });
      await startRelay({ client: engine, log });
      await expect.poll(async () => (await outbox.state()).failing.length).toBe(1);
      expectNothingPersonal(await outbox.state());
      expectNothingPersonal(log.lines);
    });

    it("an engine that does not answer is given up after the time limit", async () => {
      const engine = recordingEngine();
      const hanging = deferred();
      engine.decide(() => hanging.promise);
      await outbox.send(event("a", 1));
      await startRelay({ client: engine, sendTimeout: 50 });
      await expect
        .poll(async () => (await outbox.state()).failing[0]?.lastError)
        .toBe("DeadlineError: No answer within 50 ms.");
      hanging.resolve();
    });

    it("stopping waits for the batch in hand", async () => {
      const engine = recordingEngine();
      const arrived = deferred();
      const release = deferred();
      engine.decide(() => {
        arrived.resolve();
        return release.promise;
      });
      await outbox.send(event("a", 1));
      const relay = await startRelay({ client: engine });
      await arrived.promise;
      const stopped = relay.stop();
      release.resolve();
      await stopped;
      expect((await outbox.state()).pending).toBe(0);
    });

    it("a drain moves all that waits, in order, and ends; what the engine refuses waits for the next one", async () => {
      const engine = recordingEngine();
      const relay = create({ client: engine, log: recordingLog() });
      await outbox.send([event("a", 1), event("a", 2), event("b", 1)]);
      expect(await relay.drain()).toBe(3);
      expect(await relay.drain()).toBe(0);
      expect(idsOf(engine.accepted().filter(({ id }) => id?.includes(":a:")))).toEqual(
        idsOf([event("a", 1), event("a", 2)]),
      );
      engine.decide(() => {
        throw new Error("away");
      });
      await outbox.send([event("c", 1), event("d", 1)]);
      expect(await relay.drain()).toBe(0);
      expect((await outbox.state()).pending).toBe(2);
      engine.decide(() => undefined);
      await forgetWaits();
      expect(await relay.drain()).toBe(2);
    });

    it("what waits is told by name and version, and what the engine has taken is not", async () => {
      const engine = recordingEngine();
      const { v } = event("a", 1);
      const old = { ...event("b", 1), v: "2020-01-01.01" };
      await outbox.send([event("a", 1), event("a", 2), old]);
      expect(await outbox.waiting()).toEqual([
        { name: "order.updated", v, events: 2 },
        { name: "order.updated", v: old.v, events: 1 },
      ]);
      await startRelay({ client: engine, pollInterval: 50 });
      await drained();
      expect(await outbox.waiting()).toEqual([]);
    });

    it("an event that is given up is never sent, and those behind it go on", async () => {
      const engine = recordingEngine();
      engine.decide((events) => {
        if (idsOf(events).includes("order.updated:bad:1")) throw new Error("400 Bad Request");
      });
      await outbox.send([event("bad", 1), event("bad", 2), event("bad", 3)]);
      expect(await outbox.discard("order.updated:bad:1", "cannot-succeed")).toBe(false);
      await startRelay({ client: engine, pollInterval: 50 });
      const refused = async () => (await outbox.state()).failing[0];
      await expect.poll(refused).toMatchObject({ id: "order.updated:bad:1", behind: 2 });
      expect(await outbox.discard("order.updated:bad:2", "cannot-succeed")).toBe(false);
      expect(await outbox.discard("order.updated:bad:1", "cannot-succeed")).toBe(true);
      await drained();
      expect(idsOf(engine.accepted())).toEqual(["order.updated:bad:2", "order.updated:bad:3"]);
      expect(await outbox.state()).toMatchObject({ failing: [], lost: [] });
      await outbox.send(event("bad", 1));
      await drained();
      expect(engine.accepted()).toHaveLength(2);
    });
  });
}
