import { Inngest, NonRetriableError } from "inngest";
import { expect, test } from "vitest";
import { createTestEngine, type TestClientOptions } from "./index.ts";
import "./vitest.ts";

function shop(steps: string[]) {
  return (options: TestClientOptions) => {
    const inngest = new Inngest({ id: "shop", ...options });
    const order = inngest.createFunction(
      { id: "order", triggers: [{ event: "order.created" }] },
      async ({ step }) => {
        await step.run("one", () => steps.push("one"));
        await step.sleep("wait", "7d");
        return step.run("two", () => {
          steps.push("two");
          return { done: true };
        });
      },
    );
    const failing = inngest.createFunction(
      {
        id: "failing",
        triggers: [{ event: "fail" }],
        retries: 2,
        onFailure: ({ step }) => step.run("tell", () => steps.push("told")),
      },
      async ({ step }) => {
        await step.run("never", () => {
          steps.push("try");
          throw new Error("always");
        });
      },
    );
    const parallel = inngest.createFunction(
      { id: "parallel", triggers: [{ event: "par" }] },
      async ({ step }) => {
        const [a, b] = await Promise.all([step.run("a", () => 1), step.run("b", () => 2)]);
        const found = await step.waitForEvent("wait-paid", {
          event: "paid",
          timeout: "1h",
          match: "data.id",
        });
        return { sum: a + b, found: found?.data ?? null };
      },
    );
    const final = inngest.createFunction({ id: "final", triggers: [{ event: "final" }] }, async () => {
      throw new NonRetriableError("no");
    });
    return { client: inngest, functions: [order, failing, parallel, final] };
  };
}

test("crosses a seven-day sleep", async () => {
  const steps: string[] = [];
  const engine = createTestEngine({ apps: [shop(steps)], now: "2026-11-01T00:00:00Z" });
  await engine.send({ name: "order.created", data: { id: 1 } });
  expect(steps).toEqual(["one"]);
  await engine.advance("6d");
  expect(steps).toEqual(["one"]);
  await engine.advance("1d");
  const run = engine.run("order");
  expect(run).toHaveCompleted();
  expect(run).toHaveRunStep("two", { times: 1, attempts: 1 });
  expect(run.output).toEqual({ done: true });
  expect(run.timeline()).toMatchInlineSnapshot(`
    [
      "+0d 00:00:00 queued",
      "+0d 00:00:00 one completed",
      "+0d 00:00:00 wait sleeps",
      "+7d 00:00:00 wait completed",
      "+7d 00:00:00 two completed",
      "+7d 00:00:00 completed",
    ]
  `);
  await engine.close();
});

test("retries", async () => {
  const steps: string[] = [];
  const engine = createTestEngine({ apps: [shop(steps)], now: "2026-11-01T00:00:00Z" });
  await engine.send({ name: "fail" });
  await engine.advance("1h");
  expect(engine.run("failing")).toHaveFailed(/always/);
  expect(steps).toEqual(["try", "try", "try", "told"]);
});

test("parallel and wait", async () => {
  const engine = createTestEngine({ apps: [shop([])], now: "2026-11-01T00:00:00Z" });
  await engine.send({ name: "par", data: { id: 7 } });
  await engine.send({ name: "paid", data: { id: 8 } });
  await engine.send({ name: "paid", data: { id: 7, x: 1 } });
  expect(engine.run("parallel").output).toEqual({ sum: 3, found: { id: 7, x: 1 } });
  await engine.send({ name: "final" });
  expect(engine.run("final")).toHaveFailed("no");
});
