import type { Inngest } from "inngest";
import { expect, it } from "vitest";
import type { Suite } from "../suite.ts";

/** What a function sees of the sessions that its event belongs to. */
const echo = (inngest: Inngest, id: string, event: string) =>
  inngest.createFunction({ id, triggers: [{ event }] }, async ({ event: received, sessions }) => ({
    meta: "meta" in received ? received.meta : null,
    sessions: sessions ?? null,
  }));

/** Sessions, which group runs with those that they cause. */
export function describeSessions({ needs, start }: Suite): void {
  it("tells a run the sessions of its event, as texts", async () => {
    const engine = await start((inngest) => [echo(inngest, "told", "told")]);
    await engine.send({ name: "told", meta: { sessions: { org: "acme", seat: 7, gone: null } } });
    await engine.send({ name: "told" });
    const sessions = { org: "acme", seat: "7" };
    expect((await engine.runs()).map((run) => run.output)).toEqual([
      { meta: { sessions }, sessions },
      { meta: null, sessions: null },
    ]);
  });

  it("hands a run's sessions on with the events that it sends, which may leave them or add to them", async () => {
    const engine = await start((inngest) => [
      echo(inngest, "told", "told"),
      inngest.createFunction({ id: "tell", triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.sendEvent("tell", [
          { name: "told" },
          { name: "told", meta: { sessions: { org: null, seat: "8", user: "u1" } } },
          { name: "told", meta: { sessions: null } },
        ]);
      }),
    ]);
    await engine.send({ name: "go", meta: { sessions: { org: "acme", seat: "7" } } });
    const told = await engine.runs({ functionId: "told" });
    expect(told.map((run) => run.output)).toEqual([
      { meta: { sessions: { org: "acme", seat: "7" } }, sessions: { org: "acme", seat: "7" } },
      { meta: { sessions: { seat: "8", user: "u1" } }, sessions: { seat: "8", user: "u1" } },
      { meta: null, sessions: null },
    ]);
  });

  it("hands them on to invoked functions", async () => {
    const engine = await start((inngest) => {
      const told = echo(inngest, "told", "never");
      return [
        told,
        inngest.createFunction({ id: "ask", triggers: [{ event: "go" }] }, async ({ step }) =>
          step.invoke("ask", { function: told, data: {} }),
        ),
      ];
    });
    await engine.send({ name: "go", meta: { sessions: { org: "acme" } } });
    expect((await engine.run("ask")).output).toMatchObject({ sessions: { org: "acme" } });
  });

  needs({ wait: "1s" })("gives a batch only the sessions that all of its events share", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "batch", triggers: [{ event: "go" }], batchEvents: { maxSize: 2, timeout: "1s" } },
        async ({ sessions }) => sessions ?? null,
      ),
    ]);
    await engine.send([
      { name: "go", meta: { sessions: { org: "acme", seat: "7" } } },
      { name: "go", meta: { sessions: { org: "acme", seat: "8" } } },
    ]);
    await engine.advance("1s");
    expect((await engine.run("batch")).output).toEqual({ org: "acme" });
  });

  it.each([
    ["more than five", { sessions: { a: "1", b: "1", c: "1", d: "1", e: "1", f: "1" } }],
    ["one without an id", { sessions: { org: "" } }],
    ["an inherited one that is cut", { propagated_sessions: { org: null } }],
  ])("refuses %s", async (_what, meta) => {
    const engine = await start((inngest) => [echo(inngest, "told", "told")]);
    // As another client may send it: the SDK's types refuse it.
    const event: { name: string; meta?: object } = { name: "told", meta };
    await expect(engine.send(event)).rejects.toThrow("refuse");
    expect(await engine.runs()).toEqual([]);
  });
}
