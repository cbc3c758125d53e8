import { beforeEach, describe, expect, it } from "vitest";
import type { EventTrace, EventTraces, Outbox } from "./port.ts";
import { recordingLog } from "./testing/engine.ts";
import type { EventTracesOptions } from "./traces-gathered.ts";

export interface EventTraceBench {
  outbox: Outbox;
  create(options: EventTracesOptions): EventTraces;
  /** In the order of ids. */
  kept(): Promise<EventTrace[]>;
  /** As if all that the event starts had been seen. */
  stopLooking(eventId: string): Promise<unknown>;
  /** Does something while the database is away. */
  whileAway(act: () => Promise<unknown>): Promise<void>;
  reset(): Promise<unknown>;
}

const trace = (eventId: string, ended: boolean) => ({ eventId, functionId: "market-pack", ended });

/** What every keeper of traces promises. */
export function eventTraceContract(name: string, bench: EventTraceBench): void {
  const { kept } = bench;

  describe(`event traces in ${name}`, () => {
    beforeEach(async () => {
      await bench.reset();
      await bench.outbox.send([
        { id: "a", name: "order.created", v: "1", data: {} },
        { id: "b", name: "order.created", v: "1", data: {} },
      ]);
    });

    it("traces are written a moment later, many in one statement", async () => {
      const traces = bench.create({ log: recordingLog(), delay: 20 });
      for (let call = 0; call < 5; call++) traces.saw(trace("a", false));
      traces.saw(trace("b", true));
      expect(await kept()).toEqual([]);
      await expect.poll(kept).toEqual([
        { eventId: "a", functionId: "market-pack", ended: false },
        { eventId: "b", functionId: "market-pack", ended: true },
      ]);
    });

    it("an end stays an end, whatever is seen later and by whom", async () => {
      for (const ended of [false, true, false]) {
        const traces = bench.create({ log: recordingLog() });
        traces.saw(trace("a", ended));
        await traces.close();
      }
      expect(await kept()).toEqual([{ eventId: "a", functionId: "market-pack", ended: true }]);
    });

    it("events that are not in the outbox, or not looked for any more, leave none", async () => {
      await bench.stopLooking("b");
      const traces = bench.create({ log: recordingLog() });
      for (const id of ["a", "b", "elsewhere"]) traces.saw(trace(id, true));
      await traces.flush();
      expect(await kept()).toMatchObject([{ eventId: "a" }]);
    });

    it("what cannot be written while the database is away is written when it is back", async () => {
      const log = recordingLog();
      const traces = bench.create({ log, delay: 20 });
      traces.saw(trace("a", true));
      await bench.whileAway(() => traces.flush());
      expect(log.lines).toMatchObject([{ level: "warn" }]);
      await expect.poll(kept).toMatchObject([{ eventId: "a", ended: true }]);
    });
  });
}
