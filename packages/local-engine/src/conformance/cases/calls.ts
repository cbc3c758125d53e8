import { IncomingMessage } from "node:http";
import { Middleware } from "inngest";
import { expect } from "vitest";
import type { Suite } from "../suite.ts";

type Headers = Record<string, string>;

/** What the engine tells a function with each call, beside its events and steps. */
export function describeCalls({ needs, start }: Suite): void {
  needs({ wait: "15s" })("says in each call's headers which run, step, job and try it is", async () => {
    const calls: Headers[] = [];
    const jobIds: unknown[] = [];
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "work", triggers: [{ event: "go" }], retries: 1, middleware: [recordCalls(calls)] },
        async ({ step, jobId, attempt }) => {
          jobIds.push(jobId);
          await Promise.all([
            step.run("steady", () => 1),
            step.run("fails-once", () => {
              if (attempt === 0) throw new Error("once");
            }),
          ]);
        },
      ),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("15s");
    const { id, status } = await engine.run("work");
    expect(status).toBe("Completed");
    expect(calls.map((call) => call["x-run-id"])).toEqual(Array(5).fill(id));
    const [discovery, first, second, again, last] = calls.map((call) => call["x-inngest-step-id"]);
    expect([discovery, last]).toEqual(["step", "step"]);
    expect(new Set([first, second]).size).toBe(2);
    expect([first, second]).toContain(again);
    expect(first).toMatch(/^[0-9a-f]{40}$/);
    expect(calls.map((call) => call["x-inngest-job-id"])).toEqual(jobIds);
    expect(calls.map((call) => Number.isInteger(Number(call["x-inngest-generation-id"])))).not.toContain(
      false,
    );
    expect(new Set(calls.map((call) => call["x-request-id"])).size).toBe(5);
    expect(calls.at(-1)?.["x-inngest-req-version"]).toBe("2");
  });

  needs({ wait: "1s" })("keeps one trace through a run, and another for each run", async () => {
    const calls: Headers[] = [];
    const engine = await start((inngest) => [
      inngest.createFunction(
        { id: "traced", triggers: [{ event: "go" }], middleware: [recordCalls(calls)] },
        async ({ step }) => {
          await step.sleep("pause", "1s");
          await Promise.all([step.run("a", () => 1), step.run("b", () => 2)]);
        },
      ),
    ]);
    await engine.send([{ name: "go" }, { name: "go" }]);
    await engine.advance("1s");
    const traces = new Map<string, Set<string>>();
    for (const call of calls) {
      const [, trace = ""] =
        /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-0[01]$/.exec(call.traceparent ?? "") ?? [];
      const runId = call["x-run-id"] ?? "";
      traces.set(runId, (traces.get(runId) ?? new Set()).add(trace));
      expect(call.tracestate).toMatch(/^[a-z0-9@_*/-]+=[!-+\--<>-~]+(,[a-z0-9@_*/-]+=[!-+\--<>-~]+)*$/);
    }
    expect([...traces.values()].map((seen) => seen.size)).toEqual([1, 1]);
    expect(new Set([...traces.values()].flatMap((seen) => [...seen])).size).toBe(2);
  });
}

function recordCalls(calls: Headers[]): Middleware.Class {
  return class extends Middleware.BaseMiddleware {
    readonly id = "conformance:calls";
    override wrapRequest({ next, requestArgs }: Middleware.WrapRequestArgs): Promise<Middleware.Response> {
      calls.push(headersOf(requestArgs[0]));
      return next();
    }
  };
}

/** The SDK passes on what its adapter was called with. */
function headersOf(request: unknown): Headers {
  if (request instanceof IncomingMessage)
    return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const { headers }: { headers?: unknown } = Object(request);
  return headers instanceof Headers ? Object.fromEntries(headers) : {};
}
