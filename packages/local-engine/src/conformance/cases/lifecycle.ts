import { NonRetriableError } from "inngest";
import { expect, it } from "vitest";
import type { Suite } from "../suite.ts";

const finished = "inngest/function.finished";
const failed = "inngest/function.failed";
const cancelled = "inngest/function.cancelled";
const always = ["_inngest", "event", "events", "function_id", "run_id"];

/** The events by which an engine tells how a run ended. */
export function describeLifecycle({ needs, start }: Suite): void {
  it("tells of a run that completed, with its result", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "fine", triggers: [{ event: "go" }] }, async () => ({ ok: 1 })),
    ]);
    await engine.send({ name: "go", data: { a: 1 } });
    const [event, ...more] = await engine.events({ name: finished });
    expect(more).toEqual([]);
    expect(event?.data).toEqual({
      _inngest: expect.objectContaining({ status: "Completed" }),
      function_id: "app-fine",
      run_id: (await engine.run("fine")).id,
      event: expect.objectContaining({ name: "go", data: { a: 1 }, user: {} }),
      events: [expect.objectContaining({ name: "go", data: { a: 1 }, user: {} })],
      result: { ok: 1 },
    });
    expect(await engine.events({ name: failed })).toEqual([]);
    expect(await engine.events({ name: cancelled })).toEqual([]);
  });

  it("tells of a run that failed twice, and names the first of the two after the run", async () => {
    const told: unknown[] = [];
    const engine = await start((inngest) => [
      inngest.createFunction(
        {
          id: "doomed",
          triggers: [{ event: "go" }],
          onFailure: async ({ event }) => told.push([event.id, event.data.run_id]),
        },
        async () => {
          throw new NonRetriableError("no");
        },
      ),
    ]);
    await engine.send({ name: "go" });
    const { id } = await engine.run("doomed");
    expect(told).toEqual([[id, id]]);
    for (const name of [failed, finished]) {
      // The second `finished` is that of the function which runs `onFailure`.
      const [event] = await engine.events({ name });
      expect(event?.data).toMatchObject({
        _inngest: { status: "Failed" },
        function_id: "app-doomed",
        run_id: id,
        error: { message: "no" },
      });
      expect(Object.keys(Object(event?.data)).sort()).toEqual([...always, "error", "result"].sort());
    }
  });

  needs({ wait: "2s" })("tells twice of a run that was cancelled, without an error", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "victim", triggers: [{ event: "go" }], cancelOn: [{ event: "stop" }] },
        async ({ step }) => step.sleep("long", "60s"),
      ),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("1s");
    await engine.send({ name: "stop" });
    const { id, status } = await engine.run("victim");
    expect(status).toBe("Cancelled");
    for (const name of [cancelled, finished]) {
      const events = await engine.events({ name });
      expect(events).toMatchObject([
        { data: { _inngest: { status: "Cancelled" }, function_id: "app-victim", run_id: id } },
      ]);
      expect(events[0]?.data).not.toHaveProperty("error");
      expect(Object.keys(Object(events[0]?.data))).toEqual(expect.arrayContaining(always));
    }
    expect(await engine.events({ name: failed })).toEqual([]);
  });

  it.each([cancelled, finished])("runs the onFailure of a function that %s started", async (name) => {
    const told: string[] = [];
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "victim", triggers: [{ event: "go" }] }, async ({ step }) =>
        step.sleep("long", "60s"),
      ),
      inngest.createFunction(
        {
          id: "watch",
          triggers: [{ event: name, if: "event.data.function_id == 'app-victim'" }],
          onFailure: async ({ error }) => told.push(error.message),
        },
        async () => {
          throw new NonRetriableError("cannot watch");
        },
      ),
    ]);
    await engine.send({ name: "go" });
    const [victim] = await engine.runs({ functionId: "victim" });
    await engine.cancel(victim?.id ?? "");
    expect(told).toEqual(["cannot watch"]);
  });

  it.each([failed, finished])("does not feed a function that %s starts with its own end", async (name) => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "doomed", triggers: [{ event: "go" }] }, async () => {
        throw new NonRetriableError("no");
      }),
      inngest.createFunction({ id: "watch", triggers: [{ event: name }] }, async () => {
        throw new NonRetriableError("cannot watch");
      }),
    ]);
    await engine.send({ name: "go" });
    expect(await engine.runs({ functionId: "watch" })).toHaveLength(1);
  });

  it("hands the sessions of the run's event on", async () => {
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "fine", triggers: [{ event: "go" }] }, async () => {}),
      inngest.createFunction(
        { id: "watch", triggers: [{ event: finished }] },
        async ({ sessions }) => sessions,
      ),
    ]);
    await engine.send({ name: "go", meta: { sessions: { org: "acme" } } });
    expect((await engine.run("watch")).output).toEqual({ org: "acme" });
  });
}
