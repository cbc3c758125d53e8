import { createServer } from "node:http";
import { invoke } from "inngest";
import { expect, it } from "vitest";
import * as z from "zod";
import { listenOnFreePort } from "../listen.ts";
import type { Suite } from "../suite.ts";

const childData = z.object({
  value: z.number(),
  sleep: z.boolean().optional(),
  fail: z.boolean().optional(),
});

/** Sleeps, waits for events, invokes and step.fetch. */
export function describeWaiting({ needs, start, expectError }: Suite): void {
  needs({ wait: "60d" })("sleeps for a time and until a date", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "sleepy", triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.sleep("week", "7d");
        await step.sleepUntil("date", new Date("2026-12-24T18:00:00Z"));
        return "awake";
      }),
    ]);
    await engine.send({ name: "go" });
    await engine.advanceTo("2026-12-24T17:59:59Z");
    expect((await engine.run("sleepy")).status).toBe("Running");
    await engine.advance("1s");
    expect(await engine.run("sleepy")).toMatchObject({ status: "Completed", output: "awake" });
  });

  needs({ wait: "1d" })("resumes a wait with the event that matches, or with null", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "wait", triggers: [{ event: "order" }] }, async ({ step }) => {
        const paid = await step.waitForEvent("paid", { event: "paid", timeout: "1d", match: "data.orderId" });
        const rated = await step.waitForEvent("rated", {
          event: "rated",
          timeout: "1d",
          if: "async.data.stars >= 4",
        });
        return { paid: paid?.data ?? null, rated: rated?.data ?? null };
      }),
    ]);
    await engine.send({ name: "order", data: { orderId: "o1" } });
    await engine.send({ name: "paid", data: { orderId: "other" } });
    await engine.send({ name: "paid", data: { orderId: "o1", amount: 3 } });
    await engine.send({ name: "rated", data: { stars: 2 } });
    await engine.send({ name: "rated", data: {} });
    await engine.advance("1d");
    expect(await engine.run("wait")).toMatchObject({
      status: "Completed",
      output: { paid: { orderId: "o1", amount: 3 }, rated: null },
    });
  });

  it("fails a run whose wait has an unreadable expression", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "wait", triggers: [{ event: "go" }] }, async ({ step }) =>
        step.waitForEvent("odd", { event: "x", timeout: "1d", if: "async.data.x ==" }),
      ),
    ]);
    await engine.send({ name: "go" });
    const run = await engine.run("wait");
    expect(run.status).toBe("Failed");
    expectError?.("unreadable-expression", run);
  });

  needs({ wait: "1d" })("invokes a function and returns its value, its error or a timeout", async () => {
    const engine = await start((inngest) => {
      const child = inngest.createFunction(
        { id: "child", triggers: [invoke(childData)], retries: 0 },
        async ({ event, step }) => {
          if (event.data.sleep) await step.sleep("long", "2d");
          if (event.data.fail) throw new Error("child failed");
          return { doubled: event.data.value * 2 };
        },
      );
      const parent = inngest.createFunction(
        { id: "parent", triggers: [{ event: "go" }] },
        async ({ step }) => {
          const good = await step.invoke("good", { function: child, data: { value: 21 } });
          const bad = await step
            .invoke("bad", { function: child, data: { fail: true, value: 0 } })
            .catch((error: Error) => error.message);
          const late = await step
            .invoke("late", { function: child, data: { sleep: true, value: 1 }, timeout: "1d" })
            .catch((error: Error) => error.message);
          return { good, bad, late };
        },
      );
      return [child, parent];
    });
    await engine.send({ name: "go" });
    await engine.advance("1d");
    expect(await engine.run("parent")).toMatchObject({
      status: "Completed",
      output: {
        good: { doubled: 42 },
        bad: "child failed",
        late: "Timed out waiting for invoked function to complete",
      },
    });
  });

  it("sends events from a step once, and starts what they trigger", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "sender", triggers: [{ event: "go" }] }, async ({ step }) => {
        const { ids } = await step.sendEvent("tell", [
          { name: "told", data: { n: 1 } },
          { name: "told", data: { n: 2 } },
        ]);
        return ids.length;
      }),
      inngest.createFunction(
        { id: "told", triggers: [{ event: "told" }] },
        async ({ event }) => event.data.n,
      ),
    ]);
    await engine.send({ name: "go" });
    expect((await engine.run("sender")).output).toBe(2);
    expect((await engine.runs({ functionId: "told" })).map((run) => run.output)).toEqual([1, 2]);
  });

  needs({ wait: "1h", steps: true })(
    "fetches durably with step.fetch, and fails the step when nothing answers",
    async () => {
      const server = createServer((request, response) =>
        response.writeHead(201).end(`hello ${request.method}`),
      );
      const url = await listenOnFreePort(server);
      const engine = await start((inngest) => [
        inngest.createFunction(
          { id: "fetches", triggers: [{ event: "go" }], retries: 1 },
          async ({ event, step }) => {
            const response = await step.fetch(event.data.url, { method: "POST", body: "{}" });
            return { status: response.status, text: await response.text() };
          },
        ),
      ]);
      await engine.send({ name: "go", data: { url } });
      expect(await engine.run("fetches")).toMatchObject({
        status: "Completed",
        output: { status: 201, text: "hello POST" },
      });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.send({ name: "go", data: { url } });
      await engine.advance("1h");
      expect((await engine.runs())[1]).toMatchObject({
        status: "Failed",
        steps: [{ op: "Gateway", status: "failed", attempts: 2 }],
      });
    },
  );
}
