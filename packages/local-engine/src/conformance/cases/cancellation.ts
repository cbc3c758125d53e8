import { expect } from "vitest";
import type { Suite } from "../suite.ts";

/** Ending runs early. */
export function describeCancellation({ needs, start }: Suite): void {
  needs({ wait: "1d" })("cancels by event, only the run that matches, and tells about it", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "remind", triggers: [{ event: "cart" }], cancelOn: [{ event: "ordered", match: "data.cart" }] },
        async ({ step }) => {
          await step.sleep("day", "1d");
          return "reminded";
        },
      ),
    ]);
    await engine.send([
      { name: "cart", data: { cart: 1 } },
      { name: "cart", data: { cart: 2 } },
    ]);
    await engine.send({ name: "ordered", data: { cart: 1 } });
    await engine.advance("1d");
    expect((await engine.runs()).map((run) => run.status)).toEqual(["Cancelled", "Completed"]);
    expect(await engine.events({ name: "inngest/function.cancelled" })).toMatchObject([
      { data: { function_id: "app-remind" } },
    ]);
  });

  needs({ wait: "61m" })("listens for cancelling events only as long as cancelOn says", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "slow", triggers: [{ event: "go" }], cancelOn: [{ event: "stop", timeout: "1h" }] },
        async ({ step }) => step.sleep("day", "1d"),
      ),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("61m");
    await engine.send({ name: "stop" });
    expect((await engine.run("slow")).status).toBe("Running");
  });

  needs({ wait: "1h" })("gives up runs that start or finish too late", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "finish", triggers: [{ event: "go" }], timeouts: { finish: "1h" } },
        async ({ step }) => step.sleep("day", "1d"),
      ),
      inngest.createFunction(
        {
          id: "start",
          triggers: [{ event: "go" }],
          timeouts: { start: "10m" },
          throttle: { limit: 1, period: "1h" },
        },
        async () => {},
      ),
    ]);
    await engine.send({ name: "go" });
    await engine.send({ name: "go" });
    await engine.advance("1h");
    expect((await engine.runs({ functionId: "finish" })).map((run) => run.status)).toEqual([
      "Cancelled",
      "Cancelled",
    ]);
    expect((await engine.runs({ functionId: "start" })).map((run) => run.status)).toEqual([
      "Completed",
      "Cancelled",
    ]);
  });

  needs({ wait: "1d" })("cancels one run, or all that a bulk cancellation selects", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "long", triggers: [{ event: "go" }] }, async ({ step }) =>
        step.sleep("day", "1d"),
      ),
    ]);
    await engine.send([1, 2, 3, 4].map((n) => ({ name: "go", data: { n } })));
    const [first] = await engine.runs();
    expect(await engine.cancel(first?.id ?? "")).toBe(true);
    expect(await engine.cancel(first?.id ?? "")).toBe(false);
    expect(await engine.cancelRuns({ functionId: "long", if: "event.data.n > 2" })).toBe(2);
    expect((await engine.runs()).map((run) => run.status)).toEqual([
      "Cancelled",
      "Running",
      "Cancelled",
      "Cancelled",
    ]);
    await engine.advance("1d");
    expect(await engine.runs({ status: "Completed" })).toHaveLength(1);
  });
}
