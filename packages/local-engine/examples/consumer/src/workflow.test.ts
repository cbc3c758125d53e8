import { createTestEngine, type TestClientOptions } from "@org/local-engine/test";
import "@org/local-engine/vitest";
import { Inngest } from "inngest";
import { expect, it } from "vitest";

const shop = (clientOptions: TestClientOptions) => {
  const inngest = new Inngest({ id: "shop", ...clientOptions });
  const askForRating = inngest.createFunction(
    { id: "ask-for-rating", triggers: [{ event: "order.delivered" }] },
    async ({ step }) => {
      await step.sleep("a-week", "7d");
      await step.run("send-email", () => "sent");
    },
  );
  return { client: inngest, functions: [askForRating] };
};

it("asks for a rating a week after delivery", async () => {
  const engine = createTestEngine({ apps: [shop], now: "2026-11-01T00:00:00Z" });
  await engine.send({ name: "order.delivered", data: { orderId: "ord_1" } });
  await engine.advance("7d");
  expect(engine.run("ask-for-rating")).toHaveRunStep("send-email");
});
