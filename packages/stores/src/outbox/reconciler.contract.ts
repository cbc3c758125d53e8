import type { EventToSend } from "@org/events";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { EventTraces, ExpectedTrace, Outbox, Reconciler, Relay } from "./port.ts";
import type { AnyReconcilerOptions } from "./reconciler.ts";
import { type RecordingEngine, recordingEngine, recordingLog } from "./testing/engine.ts";
import type { EventTracesOptions } from "./traces-gathered.ts";

export interface ReconcilerBench {
  outbox: Outbox;
  create(options: AnyReconcilerOptions): Reconciler;
  relay(engine: RecordingEngine): Relay;
  traces(options: EventTracesOptions): EventTraces;
  /** Lets time pass for everything in the outbox. */
  pass(minutes: number): Promise<unknown>;
  emitted(): Promise<EventToSend[]>;
  traceCount(): Promise<number>;
  /** The ids of the events that are looked for no more. */
  traced(): Promise<string[]>;
  /** More events than one look takes. */
  many: number;
  reset(): Promise<unknown>;
}

const lostAfter = 600_000;

const event = (key: string): EventToSend => ({
  id: `order.created:${key}`,
  name: "order.created",
  v: "1",
  data: { key },
});

const starts = (...functionIds: string[]): ExpectedTrace[] =>
  functionIds.map((functionId) => ({ functionId, isHeldBack: false }));

/** What every reconciler promises. */
export function reconcilerContract(name: string, bench: ReconcilerBench): void {
  const { outbox } = bench;
  describe(`a reconciler of the outbox in ${name}`, () => {
    let engine: RecordingEngine;

    beforeEach(async () => {
      await bench.reset();
      engine = recordingEngine();
    });

    /** The engine has accepted them. */
    async function accepted(...events: EventToSend[]): Promise<void> {
      await outbox.send(events);
      await bench.relay(engine).drain();
      engine.calls.length = 0;
      engine.accepted().length = 0;
    }

    function reconciler(options: Partial<AnyReconcilerOptions> = {}) {
      const made = bench.create({
        client: engine,
        log: recordingLog(),
        lostAfter,
        expected: ({ name }) => (name === "order.created" ? starts("market-confirm", "market-pack") : []),
        ...options,
      });
      onTestFinished(() => made.stop());
      return made;
    }

    const { pass } = bench;

    async function saw(key: string, functionId: string, ended = true): Promise<void> {
      const traces = bench.traces({ log: recordingLog() });
      traces.saw({ eventId: event(key).id ?? "", functionId, ended });
      await traces.close();
    }

    const sentAgain = () => engine.accepted().map(({ id }) => id);
    const told = async () =>
      (await bench.emitted())
        .filter(({ name }) => name === "operations/events.lost")
        .map(({ data }) => {
          const { occurredAt: _, ...told } = Object(data);
          return told;
        });

    it("an event that started all of its functions is settled, and nothing is kept of its traces", async () => {
      await accepted(event("a"));
      await saw("a", "market-confirm");
      await saw("a", "market-pack");
      await pass(11);
      expect(await reconciler().reconcile()).toBe(0);
      await pass(24 * 60);
      expect(await reconciler().reconcile()).toBe(0);
      expect(sentAgain()).toEqual([]);
      expect(await bench.traceCount()).toBe(0);
      expect(await told()).toEqual([]);
    });

    it("nothing is sent again before its time is up", async () => {
      await accepted(event("a"));
      await pass(9);
      expect(await reconciler().reconcile()).toBe(0);
    });

    it("an event that started nothing is sent again under its id, and operations hear of it once", async () => {
      await accepted(event("a"), event("b"));
      await saw("b", "market-confirm");
      await saw("b", "market-pack");
      await pass(11);
      expect(await reconciler().reconcile()).toBe(1);
      expect(sentAgain()).toEqual(["order.created:a"]);
      expect(await told()).toEqual([{ count: 1, names: ["order.created"] }]);
      expect((await outbox.state()).lost).toMatchObject([{ id: "order.created:a", resends: 1 }]);
      expect(await reconciler().reconcile()).toBe(0);

      await saw("a", "market-confirm");
      await saw("a", "market-pack");
      await pass(31);
      expect(await reconciler().reconcile()).toBe(0);
      expect((await outbox.state()).lost).toEqual([]);
      expect(await told()).toHaveLength(1);
    });

    it("an event of which the engine started one function and lost the other is sent again", async () => {
      await accepted(event("a"));
      await saw("a", "market-confirm");
      await pass(11);
      expect(await reconciler().reconcile()).toBe(1);
      expect((await outbox.state()).lost).toHaveLength(1);
    });

    it("a run that began and has not ended is sent again as well, and nobody is alarmed", async () => {
      await accepted(event("a"));
      await saw("a", "market-confirm");
      await saw("a", "market-pack", false);
      for (const minutes of [11, 31, 91]) {
        await pass(minutes);
        expect(await reconciler().reconcile()).toBe(1);
      }
      await pass(24 * 60);
      expect(await reconciler().reconcile()).toBe(0);
      expect((await outbox.state()).lost).toEqual([]);
      expect(await told()).toEqual([]);
      expect(await bench.traceCount()).toBe(0);
    });

    it("it is sent again three times within a few hours, then stays visible until it is traced", async () => {
      await accepted(event("a"));
      for (const minutes of [11, 31, 91]) {
        await pass(minutes - 2);
        expect(await reconciler().reconcile()).toBe(0);
        await pass(2);
        expect(await reconciler().reconcile()).toBe(1);
      }
      await pass(24 * 60);
      expect(await reconciler().reconcile()).toBe(0);
      expect((await outbox.state()).lost).toMatchObject([{ id: "order.created:a", resends: 3 }]);
      expect(await told()).toHaveLength(1);

      await saw("a", "market-confirm");
      await saw("a", "market-pack");
      await pass(25 * 60);
      expect(await reconciler().reconcile()).toBe(0);
      expect((await outbox.state()).lost).toEqual([]);
    });

    it("an operator has one that was given up sent again, and it is looked for anew", async () => {
      await accepted(event("a"));
      expect(await outbox.resend("order.created:a")).toBe(false);
      for (const minutes of [11, 31, 91]) {
        await pass(minutes);
        await reconciler().reconcile();
      }
      engine.accepted().length = 0;
      expect(await outbox.resend("order.created:a")).toBe(true);
      expect((await outbox.state()).lost).toEqual([]);
      expect(await outbox.resend("order.created:a")).toBe(false);
      await bench.relay(engine).drain();
      expect(sentAgain()).toContain("order.created:a");

      await pass(11);
      expect(await reconciler().reconcile()).toBeGreaterThan(0);
      expect((await outbox.state()).lost).toMatchObject([{ id: "order.created:a", resends: 1 }]);
      await saw("a", "market-confirm");
      await saw("a", "market-pack");
      await pass(31);
      await reconciler().reconcile();
      expect((await outbox.state()).lost).toEqual([]);
      expect(await outbox.resend("order.created:a")).toBe(false);
      expect(await outbox.resend("order.created:none")).toBe(false);
    });

    it("what waits for its turn under a limit has nine times as long", async () => {
      await accepted(event("a"));
      const slow = () =>
        reconciler({ expected: () => [{ functionId: "market-confirm", isHeldBack: true }] }).reconcile();
      await pass(11);
      expect(await slow()).toBe(0);
      await pass(60);
      expect(await slow()).toBe(0);
      await pass(30);
      expect(await slow()).toBe(1);
    });

    it("an event that starts nothing needs no trace", async () => {
      await accepted({ ...event("a"), name: "order.seen" });
      await pass(11);
      expect(await reconciler().reconcile()).toBe(0);
      expect(await bench.traced()).toEqual(["order.created:a"]);
    });

    it("with the engine away nothing is marked, and it is tried again", async () => {
      await accepted(event("a"));
      await pass(11);
      engine.decide(() => {
        throw new Error("connect ECONNREFUSED");
      });
      await expect(reconciler().reconcile()).rejects.toThrow("ECONNREFUSED");
      expect((await outbox.state()).lost).toEqual([]);
      expect(await told()).toEqual([]);
      engine.decide(() => undefined);
      expect(await reconciler().reconcile()).toBe(1);
    });

    it("what was seen to start is settled although the engine is away", async () => {
      await accepted(event("a"), { ...event("b"), name: "order.seen" });
      await pass(11);
      engine.decide(() => {
        throw new Error("connect ECONNREFUSED");
      });
      await expect(reconciler().reconcile()).rejects.toThrow("ECONNREFUSED");
      expect(await bench.traced()).toEqual(["order.created:b"]);
    });

    it("an engine that is away is not asked for each event", async () => {
      await accepted(...Array.from({ length: 400 }, (_, n) => event(`k${n}`)));
      await pass(11);
      engine.decide(() => {
        throw new Error("connect ECONNREFUSED");
      });
      await expect(reconciler().reconcile()).rejects.toThrow("ECONNREFUSED");
      expect(engine.calls.length).toBeLessThan(5);
    });

    it("an event that the engine never takes keeps no other from being sent again, and is given up like any other", async () => {
      await accepted(...["a", "b", "poison", "c"].map(event));
      engine.decide((events) => {
        if (events.some(({ id }) => id === "order.created:poison")) throw new Error("400: refused");
      });
      for (const minutes of [11, 31, 91]) {
        await pass(minutes);
        expect(await reconciler().reconcile()).toBe(4);
      }
      expect(new Set(sentAgain())).toEqual(new Set(["a", "b", "c"].map((key) => `order.created:${key}`)));
      await pass(24 * 60);
      expect(await reconciler().reconcile()).toBe(0);
      expect((await outbox.state()).lost.map(({ id }) => id)).toContain("order.created:poison");
    });

    it("what is sent again goes in calls that the engine can take", async () => {
      const large = { text: "x".repeat(200_000) };
      await accepted(...Array.from({ length: 20 }, (_, n) => ({ ...event(`k${n}`), data: large })));
      await pass(11);
      expect(await reconciler().reconcile()).toBe(20);
      const sizes = engine.calls.map((events) => JSON.stringify(events).length);
      expect(Math.max(...sizes)).toBeLessThan(1_000_000);
    });

    it("two of them at once send an event again once", async () => {
      await accepted(...Array.from({ length: 40 }, (_, n) => event(`k${n}`)));
      await pass(11);
      const [one = 0, other = 0] = await Promise.all([reconciler().reconcile(), reconciler().reconcile()]);
      expect(one + other).toBe(40);
      expect(new Set(sentAgain()).size).toBe(40);
      expect(sentAgain()).toHaveLength(40);
    });

    it("more events than one look takes are all looked at", async () => {
      await accepted(...Array.from({ length: bench.many }, (_, n) => event(`k${n}`)));
      await pass(11);
      expect(await reconciler().reconcile()).toBe(bench.many);
    });

    it("what tells of losses is sent again and not told of", async () => {
      await accepted({ id: "1", name: "operations/events.lost", v: "1", data: { count: 1, names: ["x"] } });
      await pass(11);
      expect(await reconciler({ expected: () => starts("operations-tell") }).reconcile()).toBe(1);
      expect(await told()).toHaveLength(1);
    });

    it("started, it looks by itself, and not before the bound has passed", async () => {
      await accepted(event("a"));
      await pass(11);
      const started = reconciler({ lostAfter: 200 });
      started.start();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(sentAgain()).toEqual([]);
      await expect.poll(sentAgain).toContain("order.created:a");
      await started.stop();
    });
  });
}
