import { beforeEach, describe, expect, it } from "vitest";
import type { Measurement, Measurements, Measuring } from "./port.ts";

export interface MeasurementBench {
  measurements: Measurements;
  /** One of several workers, whose clock the suite sets. @param options.now milliseconds since 1970 */
  worker(options: { now: () => number }): Measuring;
  /** How many hours of things are kept. */
  count(): Promise<number>;
  reset(): Promise<void>;
}

const confirmation = { owner: "mohallamart", name: "send-order-confirmation" } as const;
const run = (outcome: Measurement["outcome"], duration?: number): Measurement => ({
  kind: "run",
  ...confirmation,
  outcome,
  duration,
});
const noon = Date.parse("2026-11-01T12:00:00Z");

/** What every keeper of measurements does. */
export function measurementContract(
  store: string,
  { measurements, worker, count, reset }: MeasurementBench,
): void {
  const written = async (now: number, ...all: Measurement[]) => {
    const measuring = worker({ now: () => now });
    for (const each of all) measuring.saw(each);
    await measuring.close();
  };
  const since = (time: number) => measurements.totals({ since: new Date(time).toISOString() });

  describe(`measurements in ${store}`, () => {
    beforeEach(reset);

    it("counts what several workers saw at once", async () => {
      await Promise.all([1, 2, 3].map(() => written(noon, run("done", 20), run("failed", 30), run("again"))));
      expect(await since(noon)).toMatchObject([
        { kind: "run", ...confirmation, done: 3, failed: 3, again: 3, limited: 0 },
      ]);
      expect(await count()).toBe(1);
    });

    it("tells of all hours together how long things took", async () => {
      for (let hour = 0; hour < 4; hour++)
        await written(noon + hour * 3_600_000, ...Array.from({ length: 50 }, () => run("done", 100)));
      await written(noon, run("done", 60_000), run("done", 60_000), run("done", 60_000));
      const [total] = await since(noon);
      expect(total?.done).toBe(203);
      expect(Math.abs((total?.p50 ?? 0) - 100)).toBeLessThan(20);
      expect(Math.abs((total?.p99 ?? 0) - 60_000)).toBeLessThan(12_000);
    });

    it("says nothing of durations that nobody knows", async () => {
      await written(noon, run("again"));
      const [total] = await since(noon);
      expect(total).not.toHaveProperty("p50");
    });

    it("keeps apart what is not the same, in order", async () => {
      const call: Measurement = {
        kind: "call",
        owner: "sms",
        name: "twilio",
        outcome: "limited",
        duration: 5,
      };
      await written(noon, { ...run("done", 1), name: "b" }, run("done", 1), {
        ...run("done", 1),
        kind: "wait",
      });
      await written(noon, call);
      const names = (await since(noon)).map(({ kind, name }) => `${kind} ${name}`);
      expect(names).toEqual([
        "call twilio",
        "run b",
        "run send-order-confirmation",
        "wait send-order-confirmation",
      ]);
    });

    it("counts the hour in which the span begins, and none before", async () => {
      await written(noon - 1, run("done", 1));
      await written(noon, run("failed", 1));
      expect(await since(noon + 1_800_000)).toMatchObject([{ done: 0, failed: 1 }]);
      expect(await since(noon - 1)).toMatchObject([{ done: 1, failed: 1 }]);
    });

    it("lets go of hours that are older than two weeks", async () => {
      await written(noon, run("done", 1));
      await written(noon + 15 * 86_400_000, run("done", 1));
      expect(await count()).toBe(1);
    });
  });
}
