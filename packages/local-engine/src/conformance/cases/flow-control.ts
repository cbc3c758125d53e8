import { expect, it } from "vitest";
import { many } from "../many.ts";
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

/** Concurrency, debounce, batches, singleton and idempotency. */
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
