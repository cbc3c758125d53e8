/** What is deployed over `previous.ts`: each function is changed in the way that it is named for. */
import type { World } from "./previous.ts";

export const renamed = ({ inngest, did }: World) =>
  inngest.createFunction({ id: "renamed", triggers: { event: "order.placed" } }, async ({ step }) => {
    await step.run("charge", () => did("money taken"));
    await step.sleep("wait-for-courier", "1d");
    await step.run("say-thanks", () => did("thanks said"));
  });

export const added = ({ inngest, did }: World) =>
  inngest.createFunction({ id: "added", triggers: { event: "order.placed" } }, async ({ step }) => {
    await step.run("pack", () => did("packed"));
    await step.sleep("wait-for-courier", "1d");
    await step.run("weigh", () => did("weighed"));
    await step.run("hand-over", () => did("handed over"));
  });

/** The function `removed`, kept for its runs alone. */
export const removed = ({ inngest, did }: World) =>
  inngest.createFunction(
    { id: "removed", triggers: { event: "order.placed", if: "false" } },
    async ({ step }) => {
      await step.sleep("wait-a-day", "1d");
      await step.run("ask-for-rating", () => did("rating asked for"));
    },
  );

export const retriggered = ({ inngest, did }: World) =>
  inngest.createFunction({ id: "retriggered", triggers: { event: "order.sealed" } }, async ({ step }) => {
    await step.sleep("wait-a-day", "1d");
    await step.run("count", () => did("counted"));
  });

export const shortened = ({ inngest, did }: World) =>
  inngest.createFunction({ id: "shortened", triggers: { event: "order.placed" } }, async ({ step }) => {
    const paid = await step.waitForEvent("wait-for-money", { event: "order.paid", timeout: "1d" });
    await step.run("close", () => did(paid ? "closed as paid" : "closed unpaid"));
  });
