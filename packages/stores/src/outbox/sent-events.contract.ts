import { beforeEach, describe, expect, it } from "vitest";
import type { Outbox, Relay, SentEvent, SentEvents } from "./port.ts";
import { type RecordingEngine, recordingEngine } from "./testing/engine.ts";

export interface SentEventBench {
  events: SentEvents;
  outbox: Outbox;
  relay(engine: RecordingEngine): Relay;
  /** What is in the outbox, in the order of ids; `payload` is the event. */
  kept(): Promise<{ id: string; name: string; payload: unknown }[]>;
  /** How many writes there were until now. */
  writes(): Promise<number>;
  /** An event that the store refuses. */
  unwritable: SentEvent;
  /** Does something while the database is away. */
  whileAway(act: () => Promise<unknown>): Promise<void>;
  reset(): Promise<unknown>;
}

const sent = (id: string, data: unknown = { id }): SentEvent => ({
  id,
  name: "order.paid",
  v: "1",
  ts: 1_790_000_000_000,
  data,
});

/** What every keeper of events that functions send promises. */
export function sentEventContract(name: string, bench: SentEventBench): void {
  const { events, outbox, kept } = bench;

  describe(`events that functions sent, in ${name}`, () => {
    beforeEach(() => bench.reset());

    it("what is kept counts as accepted, is not on its way, and no relay sends it", async () => {
      await events.keep([sent("a"), sent("b")]);
      expect(await kept()).toEqual([
        { id: "a", name: "order.paid", payload: sent("a") },
        { id: "b", name: "order.paid", payload: sent("b") },
      ]);
      expect(await outbox.state()).toMatchObject({ pending: 0, lost: [] });
      const engine = recordingEngine();
      expect(await bench.relay(engine).drain()).toBe(0);
      expect(engine.calls).toEqual([]);
    });

    it("a step that is tried again adds nothing, and changes nothing of what the outbox has", async () => {
      await outbox.send([{ id: "a", name: "order.created", v: "1", data: {} }]);
      for (let attempt = 0; attempt < 3; attempt++) await events.keep([sent("a"), sent("b"), sent("b")]);
      expect((await kept()).map(({ id, name }) => `${name} ${id}`)).toEqual([
        "order.created a",
        "order.paid b",
      ]);
      expect(await outbox.state()).toMatchObject({ pending: 1 });
    });

    it("what several steps send at once is written together, and each hears of its own", async () => {
      const before = await bench.writes();
      await Promise.all(
        Array.from({ length: 200 }, (_, step) => events.keep([sent(`${step}:0`), sent(`${step}:1`)])),
      );
      expect(await kept()).toHaveLength(400);
      // The first alone, the others behind it.
      expect((await bench.writes()) - before).toBe(2);
    });

    it("one step's event that cannot be written harms no other", async () => {
      const all = [sent("a", {}), bench.unwritable, sent("b", {}), sent("c", {})].map((event) =>
        events.keep([event]),
      );
      const ends = await Promise.allSettled(all);
      expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
      expect((await kept()).map(({ id }) => id)).toEqual(["a", "b", "c"]);
    });

    it("a step fails, and can be tried again, while the database is away", async () => {
      await bench.whileAway(() => expect(events.keep([sent("a")])).rejects.toThrow(/^sent-events .*failed/));
      await events.keep([sent("a")]);
      expect(await kept()).toHaveLength(1);
    });

    it("keeps nothing of no events", async () => {
      await events.keep([]);
      expect(await kept()).toEqual([]);
    });
  });
}
