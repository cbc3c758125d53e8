import { Inngest } from "inngest";
import { expect, it } from "vitest";
import { createTestEngine, type TestClientOptions } from "./test/index.ts";
import "./test/vitest.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };

const shop = (clientOptions: TestClientOptions) => {
  const inngest = new Inngest({ id: "shop", logger: quiet, ...clientOptions });
  const askForRating = inngest.createFunction(
    { id: "ask-for-rating", triggers: [{ event: "order.delivered" }] },
    async ({ step }) => {
      await step.sleep("a-week", "7d");
      await step.run("send-email", () => "sent");
    },
  );
  const checkout = inngest.createFunction(
    { id: "checkout", triggers: [{ event: "order.created" }] },
    async ({ step }) => step.run("charge", () => "charged"),
  );
  return { client: inngest, functions: [askForRating, checkout] };
};

it("asks for a rating a week after delivery", async () => {
  const engine = createTestEngine({ apps: [shop], now: "2026-11-01T00:00:00Z" });
  await engine.send({ name: "order.delivered", data: { orderId: "ord_1" } });
  expect(engine.run("ask-for-rating")).not.toHaveRunStep("send-email");
  await engine.advance("7d");
  expect(engine.run("ask-for-rating")).toHaveRunStep("send-email");
});

it("charges once although the gateway is down at first", async () => {
  const engine = createTestEngine({ apps: [shop] });
  engine.faults.failStep({ stepId: "charge", attempts: 2, error: new Error("gateway is down") });
  await engine.send({ name: "order.created", data: { orderId: "ord_1" } });
  await engine.advance("1m");
  expect(engine.run("checkout")).toHaveRunStep("charge", { times: 1, attempts: 3 });
});
