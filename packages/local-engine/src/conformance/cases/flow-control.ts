import { RetryAfterError } from "inngest";
import { expect, it } from "vitest";
import type { Suite } from "../suite.ts";

/** Counts how many handlers run at the same time. */
function createGauge() {
  const gauge = { running: 0, highest: 0, order: [] as string[] };
  return {
    gauge,
    async hold(name: string): Promise<string> {
      gauge.running++;
      gauge.highest = Math.max(gauge.highest, gauge.running);
      gauge.order.push(name);
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
      gauge.running--;
      return name;
    },
  };
}

const many = (count: number, name: string, data: (index: number) => Record<string, unknown>) =>
  Array.from({ length: count }, (_value, index) => ({ name, data: data(index) }));

/** Concurrency, throttle, rate limit, debounce, batches, priority, singleton and idempotency. */
export function describeFlowControl({ needs, start }: Suite): void {
  needs({ wait: "1h" })(
    "keeps to a function's concurrency and does not hold places while sleeping",
    async () => {
      const { gauge, hold } = createGauge();
      const engine = await start(
        (inngest) => [
          inngest.createFunction(
            { id: "limited", triggers: [{ event: "go" }], concurrency: 2 },
            async ({ step, runId }) => {
              await step.run("work", () => hold(runId));
              await step.sleep("rest", "1h");
            },
          ),
        ],
        { maxConcurrentCalls: 50 },
      );
      await engine.send(many(6, "go", () => ({})));
      expect(gauge.highest).toBe(2);
      expect(gauge.order).toHaveLength(6);
      await engine.advance("1h");
      expect(await engine.runs({ status: "Completed" })).toHaveLength(6);
    },
  );

  it("counts concurrency per key, and over functions for a wider scope", async () => {
    const { gauge, hold } = createGauge();
    const seen: Record<string, number> = {};
    const engine = await start(
      (inngest) => [
        inngest.createFunction(
          { id: "keyed", triggers: [{ event: "keyed" }], concurrency: { limit: 1, key: "event.data.user" } },
          async ({ event, step }) => step.run("work", () => hold(event.data.user)),
        ),
        ...["one", "two"].map((id) =>
          inngest.createFunction(
            {
              id,
              triggers: [{ event: "shared" }],
              concurrency: { limit: 1, key: '"vendor"', scope: "account" },
            },
            async ({ step }) =>
              step.run("work", async () => {
                seen.now = (seen.now ?? 0) + 1;
                seen.highest = Math.max(seen.highest ?? 0, seen.now);
                await hold(id);
                seen.now--;
              }),
          ),
        ),
      ],
      { maxConcurrentCalls: 50 },
    );
    await engine.send(many(6, "keyed", (index) => ({ user: `u${index % 3}` })));
    expect(gauge.highest).toBe(3);
    await engine.send(many(2, "shared", () => ({})));
    expect(seen.highest).toBe(1);
    expect(await engine.runs({ status: "Completed" })).toHaveLength(10);
  });

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

  needs({ wait: "42m" })(
    "debounces to the last event, with a limit on how long it may be put off",
    async () => {
      const engine = await start((inngest) => [
        inngest.createFunction(
          {
            id: "debounced",
            triggers: [{ event: "typed" }],
            debounce: { period: "10m", key: "event.data.doc", timeout: "25m" },
          },
          async ({ event }) => event.data.text,
        ),
      ]);
      for (const text of ["a", "ab", "abc", "abcd"]) {
        await engine.send({ name: "typed", data: { doc: 1, text } });
        await engine.advance("8m");
      }
      expect((await engine.runs()).map((run) => run.output)).toEqual(["abcd"]);
      await engine.send({ name: "typed", data: { doc: 1, text: "next" } });
      await engine.advance("10m");
      expect((await engine.runs()).map((run) => run.output)).toEqual(["abcd", "next"]);
    },
  );

  needs({ wait: "3s" })(
    "debounces to the event that was sent last, not to the one that came last",
    async () => {
      const engine = await start((inngest) => [
        inngest.createFunction(
          { id: "debounced", triggers: [{ event: "typed" }], debounce: { period: "2s" } },
          ({ event }) => event.data.text,
        ),
      ]);
      const ts = engine.now().getTime();
      await engine.send({ name: "typed", data: { text: "newer" }, ts });
      await engine.send({ name: "typed", data: { text: "older" }, ts: ts - 60_000 });
      await engine.advance("3s");
      expect((await engine.run("debounced")).output).toBe("newer");
    },
  );

  needs({ wait: "30s" })("batches events by size, by time and by key", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        {
          id: "batched",
          triggers: [{ event: "row" }],
          batchEvents: { maxSize: 3, timeout: "30s", key: "event.data.k" },
        },
        async ({ events }) => events.map((event: { data: { n?: number } }) => event.data.n),
      ),
    ]);
    await engine.send(many(4, "row", (n) => ({ n, k: "a" })));
    await engine.send({ name: "row", data: { n: 9, k: "b" } });
    expect((await engine.runs()).map((run) => run.output)).toEqual([[0, 1, 2]]);
    await engine.advance("30s");
    expect((await engine.runs()).map((run) => run.output)).toEqual([[0, 1, 2], [3], [9]]);
  });

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

  it("keeps a singleton single, by skipping or by cancelling", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "skips", triggers: [{ event: "go" }], singleton: { key: "event.data.k", mode: "skip" } },
        async ({ step }) => step.sleep("long", "1h"),
      ),
      inngest.createFunction(
        { id: "cancels", triggers: [{ event: "go" }], singleton: { key: "event.data.k", mode: "cancel" } },
        async ({ step }) => step.sleep("long", "1h"),
      ),
    ]);
    await engine.send({ name: "go", data: { k: 1 } });
    await engine.send({ name: "go", data: { k: 1 } });
    await engine.send({ name: "go", data: { k: 2 } });
    expect((await engine.runs({ functionId: "skips" })).map((run) => run.status)).toEqual([
      "Running",
      "Running",
    ]);
    expect((await engine.runs({ functionId: "cancels" })).map((run) => run.status)).toEqual([
      "Cancelled",
      "Running",
      "Running",
    ]);
  });

  needs({ wait: "25h" })("runs once per idempotency key in 24 hours", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "once", triggers: [{ event: "pay" }], idempotency: "event.data.cart" },
        async () => {},
      ),
    ]);
    await engine.send([
      { name: "pay", data: { cart: "c1" } },
      { name: "pay", data: { cart: "c1" } },
      { name: "pay", data: { cart: "c2" } },
    ]);
    expect(await engine.runs()).toHaveLength(2);
    await engine.advance("25h");
    await engine.send({ name: "pay", data: { cart: "c1" } });
    expect(await engine.runs()).toHaveLength(3);
  });
}
