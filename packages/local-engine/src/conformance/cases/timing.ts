import { RetryAfterError } from "inngest";
import { expect, it } from "vitest";
import { many } from "../many.ts";
import type { Suite } from "../suite.ts";

/** When runs start and go on: throttle, rate limit, priority, and the waits that a function asks for. */
export function describeTiming({ needs, start }: Suite): void {
  needs({ wait: "20s" })(
    "starts as many throttled runs at once as the limit says, then one at a time",
    async () => {
      const started: string[] = [];
      const engine = await start((inngest) => [
        inngest.createFunction(
          {
            id: "throttled",
            triggers: [{ event: "go" }],
            throttle: { limit: 6, period: "60s", key: "event.data.k" },
          },
          ({ event }) => void started.push(event.data.k),
        ),
      ]);
      await engine.send([...many(9, "go", () => ({ k: "a" })), { name: "go", data: { k: "b" } }]);
      expect(started.toSorted()).toEqual(["a", "a", "a", "a", "a", "a", "b"]);
      await engine.advance("10s");
      expect(started).toHaveLength(8);
      await engine.advance("10s");
      expect(started).toHaveLength(9);
    },
  );

  needs({ wait: "8s" })("starts a throttle's burst on top of its limit", async () => {
    let started = 0;
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "bursts", triggers: [{ event: "go" }], throttle: { limit: 2, period: "12s", burst: 3 } },
        () => void started++,
      ),
    ]);
    await engine.send(many(10, "go", () => ({})));
    expect(started).toBe(5);
    await engine.advance("8s");
    expect(started).toBe(6);
  });

  needs({ wait: "30m" })(
    "loses no throttled run, and holds no place for one that was cancelled",
    async () => {
      const started: number[] = [];
      const engine = await start((inngest) => [
        inngest.createFunction(
          { id: "throttled", triggers: [{ event: "go" }], throttle: { limit: 1, period: "1m" } },
          ({ event }) => void started.push(event.data.n),
        ),
      ]);
      await engine.send({ name: "go", data: { n: 0 }, ts: engine.now().getTime() + 20 * 60_000 });
      for (const n of [1, 2, 3]) await engine.send({ name: "go", data: { n } });
      const waiting = await engine.runs({ status: "Queued" });
      expect(await engine.cancel(waiting[1]?.id ?? "")).toBe(true);
      await engine.advance("1m");
      expect(started).toEqual([1, 3]);
      await engine.advance("20m");
      expect(started).toEqual([1, 3, 0]);
    },
  );

  needs({ wait: "9s" })(
    "admits a tenth of a rate limit beside the first, and discards the rest",
    async () => {
      const engine = await start((inngest) => [
        inngest.createFunction(
          { id: "ten", triggers: [{ event: "go" }], rateLimit: { limit: 10, period: "60s" } },
          async () => {},
        ),
        inngest.createFunction(
          {
            id: "one",
            triggers: [{ event: "go" }],
            rateLimit: { limit: 1, period: "5s", key: "event.data.k" },
          },
          async () => {},
        ),
      ]);
      const runsOf = async (functionId: string) => (await engine.runs({ functionId })).length;
      await engine.send(many(30, "go", () => ({ k: "a" })));
      expect([await runsOf("ten"), await runsOf("one")]).toEqual([2, 1]);
      await engine.advance("9s");
      await engine.send(many(30, "go", () => ({ k: "a" })));
      await engine.send({ name: "go", data: { k: "b" } });
      expect([await runsOf("ten"), await runsOf("one")]).toEqual([3, 3]);
    },
  );

  it("starts runs of higher priority first", async () => {
    const order: unknown[] = [];
    const engine = await start((inngest) => [
      inngest.createFunction(
        {
          id: "prioritised",
          triggers: [{ event: "go" }],
          concurrency: 1,
          priority: { run: "event.data.plan == 'paid' ? 120 : 0" },
        },
        async ({ event }) => {
          order.push(event.data.n);
        },
      ),
    ]);
    await engine.send([
      { name: "go", data: { n: 1, plan: "free" } },
      { name: "go", data: { n: 2, plan: "free" } },
      { name: "go", data: { n: 3, plan: "paid" } },
    ]);
    expect(order[0]).toBe(3);
    expect(order.toSorted()).toEqual([1, 2, 3]);
  });

  needs({ wait: "12s" })("puts off every call of a run whose priority is below zero", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "later", triggers: [{ event: "go" }], priority: { run: "-4" } },
        async ({ step }) => {
          await Promise.all([step.run("one", () => 1), step.run("two", () => 2)]);
        },
      ),
      inngest.createFunction(
        { id: "other", triggers: [{ event: "go" }], priority: { run: "600" } },
        async () => {},
      ),
    ]);
    await engine.send({ name: "go" });
    const status = async (functionId: string) => (await engine.run(functionId)).status;
    expect([await status("later"), await status("other")]).toEqual(["Queued", "Completed"]);
    // The start, the two steps, and the call that ends the run.
    for (const expected of ["Running", "Running", "Completed"]) {
      await engine.advance("4s");
      expect(await status("later")).toBe(expected);
    }
  });

  needs({ wait: "1h", steps: true })(
    "retries after whole seconds: one second is what is left of it",
    async () => {
      const tries: number[] = [];
      const engine = await start((inngest) => [
        inngest.createFunction({ id: "again", triggers: [{ event: "go" }], retries: 2 }, ({ step }) =>
          step.run("fails", () => {
            tries.push(engine.now().getTime());
            throw new RetryAfterError("later", tries.length === 1 ? "1s" : "5s");
          }),
        ),
      ]);
      await engine.advance("600ms");
      await engine.send({ name: "go" });
      await engine.advance("1h");
      const [first = 0, second = 0, third = 0] = tries;
      expect([second - first, third - second]).toEqual([400, 5_000]);
    },
  );
}
