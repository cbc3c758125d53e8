import { expect } from "vitest";
import type { Suite } from "../suite.ts";

/** Signals. */
export function describeSignals({ needs, start }: Suite): void {
  needs({ wait: "1m" })("resumes a wait by a signal of the client, with its data", async () => {
    let send: (signal: string, data: unknown) => Promise<unknown> = async () => undefined;
    const engine = await start((inngest) => {
      send = (signal, data) => inngest.sendSignal({ signal, data });
      return [
        inngest.createFunction({ id: "wait", triggers: [{ event: "go" }] }, async ({ step }) =>
          step.waitForSignal("approval", { signal: "approve/1", timeout: "1d", onConflict: "fail" }),
        ),
      ];
    });
    await engine.send({ name: "go" });
    expect(await send("approve/2", { by: "u1" })).toEqual({ runId: undefined });
    const { id } = await engine.run("wait");
    expect(await send("approve/1", { by: "u1" })).toEqual({ runId: id });
    await engine.runUntilIdle();
    expect(await engine.run("wait")).toMatchObject({
      status: "Completed",
      output: { signal: "approve/1", data: { by: "u1" } },
    });
    expect(await send("approve/1", {})).toEqual({ runId: undefined });
  });

  needs({ wait: "1m" })("sends a signal as a step", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "wait", triggers: [{ event: "go" }] }, async ({ step }) =>
        step.waitForSignal("s", { signal: "s", timeout: "1d", onConflict: "fail" }),
      ),
      inngest.createFunction({ id: "send", triggers: [{ event: "send" }] }, async ({ step }) => {
        const heard = await step.sendSignal("heard", { signal: "s", data: 7 });
        const unheard = await step.sendSignal("unheard", { signal: "nobody" });
        return [heard.runId, unheard.runId ?? null];
      }),
    ]);
    await engine.send({ name: "go" });
    await engine.send({ name: "send" });
    const waited = await engine.run("wait");
    expect(waited).toMatchObject({ status: "Completed", output: { signal: "s", data: 7 } });
    expect(await engine.run("send")).toMatchObject({ status: "Completed", output: [waited.id, null] });
  });

  needs({ wait: "5s" })("gives up a wait for a signal with null", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "wait", triggers: [{ event: "go" }] }, async ({ step }) => [
        await step.waitForSignal("s", { signal: "s", timeout: "5s", onConflict: "fail" }),
      ]),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("4s");
    expect((await engine.run("wait")).status).toBe("Running");
    await engine.advance("1s");
    expect(await engine.run("wait")).toMatchObject({ status: "Completed", output: [null] });
  });

  needs({ wait: "10s" })("lets one step wait for a signal at a time", async () => {
    let send: () => Promise<unknown> = async () => undefined;
    const engine = await start((inngest) => {
      send = () => inngest.sendSignal({ signal: "s", data: 1 });
      return [
        inngest.createFunction(
          { id: "wait", triggers: [{ event: "go" }], retries: 0 },
          async ({ step, event }) => [
            await step.waitForSignal("s", { signal: "s", timeout: "10s", onConflict: event.data.onConflict }),
          ],
        ),
      ];
    });
    await engine.send({ name: "go", data: { onConflict: "fail" } });
    await engine.send({ name: "go", data: { onConflict: "fail" } });
    await engine.send({ name: "go", data: { onConflict: "replace" } });
    expect((await engine.runs()).map(({ status }) => status)).toEqual(["Running", "Failed", "Running"]);
    const [, refused, replacing] = await engine.runs();
    expect(refused?.error?.message).toMatch(/signal/i);
    expect(await send()).toEqual({ runId: replacing?.id });
    await engine.advance("10s");
    expect(await engine.runs()).toMatchObject([
      { status: "Completed", output: [null] },
      { status: "Failed" },
      { status: "Completed", output: [{ signal: "s", data: 1 }] },
    ]);
  });
}

/** `defer()`. */
export function describeDefer({ needs, start }: Suite): void {
  needs({ wait: "1m" })("starts what was deferred when the run has ended, and tells it by whom", async () => {
    const { createDefer } = await import("inngest/experimental");
    const order: string[] = [];
    const engine = await start((inngest) => {
      const later = createDefer(inngest, { id: "later" }, async ({ event, parents }) => {
        order.push("later");
        return { data: event.data, parents };
      });
      const parent = inngest.createFunction(
        { id: "parent", triggers: [{ event: "go" }] },
        async ({ step, defer }) => {
          defer("follow-up", { function: later, data: { orderId: "o1" } });
          defer("withdrawn", { function: later, data: { orderId: "o2" } }).abort();
          await step.run("work", () => order.push("work"));
          await step.sleep("rest", "1s");
          await step.run("more", () => order.push("more"));
          return "done";
        },
      );
      return [parent, later];
    });
    await engine.send({ name: "go" });
    await engine.advance("2s");
    const parent = await engine.run("parent");
    expect(parent).toMatchObject({ status: "Completed", output: "done" });
    expect(await engine.run("later")).toMatchObject({
      status: "Completed",
      output: { data: { orderId: "o1" }, parents: [{ fnSlug: "app-parent", runId: parent.id }] },
    });
    expect(order).toEqual(["work", "more", "later"]);
  });

  needs({ wait: "1h" }).each([{ checkpointing: true }, { checkpointing: false }])(
    "starts what was deferred by a run that fails after its retries: %j",
    async ({ checkpointing }) => {
      const { createDefer } = await import("inngest/experimental");
      let tries = 0;
      const engine = await start((inngest) => {
        const cleanUp = createDefer(inngest, { id: "clean-up" }, async ({ event }) => event.data);
        const parent = inngest.createFunction(
          { id: "parent", triggers: [{ event: "go" }], retries: 1, checkpointing },
          async ({ defer }) => {
            defer("refund", { function: cleanUp, data: { chargeId: "c1" } });
            tries++;
            throw new Error("no stock");
          },
        );
        return [parent, cleanUp];
      });
      await engine.send({ name: "go" });
      expect(await engine.runs({ functionId: "clean-up" })).toEqual([]);
      await engine.advance("1m");
      expect(tries).toBe(2);
      expect(await engine.run("parent")).toMatchObject({ status: "Failed", error: { message: "no stock" } });
      expect(await engine.run("clean-up")).toMatchObject({ status: "Completed", output: { chargeId: "c1" } });
    },
  );

  needs({ wait: "1m" })("hands a run's sessions on to what it deferred", async () => {
    const { createDefer } = await import("inngest/experimental");
    const engine = await start((inngest) => {
      const later = createDefer(inngest, { id: "later" }, async ({ sessions }) => sessions ?? null);
      const parent = inngest.createFunction(
        { id: "parent", triggers: [{ event: "go" }] },
        async ({ defer }) => {
          defer("plain", { function: later, data: {} });
          defer("other", { function: later, data: {}, meta: { sessions: { org: null, user: "u1" } } });
        },
      );
      return [parent, later];
    });
    await engine.send({ name: "go", meta: { sessions: { org: "acme" } } });
    const outputs = (await engine.runs({ functionId: "later" })).map(({ output }) => output);
    expect(outputs).toEqual([{ org: "acme" }, { user: "u1" }]);
  });
}
