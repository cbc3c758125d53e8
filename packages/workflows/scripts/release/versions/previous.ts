/** A small app as it was released; `next.ts` is what is deployed over it while its runs are under way. */
import type { Inngest } from "inngest";

/** What the steps did, in order. */
export interface World {
  inngest: Inngest;
  did(what: string): void;
}

export const renamed = ({ inngest, did }: World) =>
  inngest.createFunction({ id: "renamed", triggers: { event: "order.placed" } }, async ({ step }) => {
    await step.run("take-money", () => did("money taken"));
    await step.sleep("wait-for-courier", "1d");
    await step.run("say-thanks", () => did("thanks said"));
  });

export const added = ({ inngest, did }: World) =>
  inngest.createFunction({ id: "added", triggers: { event: "order.placed" } }, async ({ step }) => {
    await step.run("pack", () => did("packed"));
    await step.sleep("wait-for-courier", "1d");
    await step.run("hand-over", () => did("handed over"));
  });

export const removed = ({ inngest, did }: World) =>
  inngest.createFunction({ id: "removed", triggers: { event: "order.placed" } }, async ({ step }) => {
    await step.sleep("wait-a-day", "1d");
    await step.run("ask-for-rating", () => did("rating asked for"));
  });

export const retriggered = ({ inngest, did }: World) =>
  inngest.createFunction({ id: "retriggered", triggers: { event: "order.placed" } }, async ({ step }) => {
    await step.sleep("wait-a-day", "1d");
    await step.run("count", () => did("counted"));
  });

export const shortened = ({ inngest, did }: World) =>
  inngest.createFunction({ id: "shortened", triggers: { event: "order.placed" } }, async ({ step }) => {
    const paid = await step.waitForEvent("wait-for-money", { event: "order.paid", timeout: "7d" });
    await step.run("close", () => did(paid ? "closed as paid" : "closed unpaid"));
  });
