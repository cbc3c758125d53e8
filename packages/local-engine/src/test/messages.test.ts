import { Inngest } from "inngest";
import { channel, staticSchema } from "inngest/realtime";
import { expect, it } from "vitest";
import { createTestEngine, type TestClientOptions } from "./index.ts";

const orders = channel({
  name: (orderId: string) => `order:${orderId}`,
  topics: { status: { schema: staticSchema<{ text: string }>() } },
});

const shop = (clientOptions: TestClientOptions) => {
  const inngest = new Inngest({ id: "shop", ...clientOptions });
  const track = inngest.createFunction({ id: "track", triggers: [{ event: "paid" }] }, async ({ step }) => {
    await step.realtime.publish("tell-paid", orders("o1").status, { text: "paid" });
    await step.sleep("pack", "1h");
    await step.run("tell-packed", () => inngest.realtime.publish(orders("o2").status, { text: "packed" }));
  });
  return { client: inngest, functions: [track] };
};

it("notes what was published, with its run and the virtual time", async () => {
  const engine = createTestEngine({ apps: [shop], now: "2026-11-01T00:00:00Z" });
  await engine.send({ name: "paid" });
  const runId = engine.run("track").id;
  const start = Date.parse("2026-11-01T00:00:00Z");
  const paid = {
    kind: "data",
    channel: "order:o1",
    topic: "status",
    data: { text: "paid" },
    runId,
    ts: start,
  };
  expect(engine.messages()).toEqual([paid]);
  await engine.advance("1h");
  expect(engine.messages()).toMatchObject([paid, { data: { text: "packed" }, ts: start + 3_600_000 }]);
  expect(engine.messages({ channel: "order:o2" })).toMatchObject([{ data: { text: "packed" } }]);
  expect(engine.messages({ topic: "other" })).toEqual([]);
});

it("publishes a step's message again when its answer was lost, as Inngest does", async () => {
  const engine = createTestEngine({ apps: [shop] });
  engine.faults.loseAnswer({ stepId: "tell-paid" });
  await engine.send({ name: "paid" });
  await engine.advance("2h");
  expect(engine.messages({ channel: "order:o1" })).toHaveLength(2);
  expect(engine.run("track").status).toBe("Completed");
});
