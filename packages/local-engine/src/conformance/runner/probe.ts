import { setTimeout as pause } from "node:timers/promises";
import type { Bench, BenchEngine } from "../bench.ts";
import { createHttpBench } from "../http-bench.ts";

/**
 * Finds out what the server at an address does not tell, by a run of one step.
 * @throws Error when nothing answers there, or the run does not complete.
 */
export async function probeServer(
  url: string,
  { patience }: { patience: number },
): Promise<NonNullable<Bench["without"]>> {
  const bench = createHttpBench({ url, without: ["steps"], quiet: 100 });
  const engine = await bench.start(
    (inngest) => [
      inngest.createFunction({ id: "probe", triggers: [{ event: "conformance/probe" }] }, async ({ step }) =>
        step.run("one", () => 1),
      ),
    ],
    { startTime: new Date(), maxConcurrentCalls: 1 },
  );
  try {
    await engine.send([{ name: "conformance/probe" }]);
    const runId = await completedRun(engine, Date.now() + Math.max(patience, 5_000));
    if (runId === undefined) {
      throw new Error(
        `the server at ${url} did not complete a run of one step. Can it reach this machine at 127.0.0.1?`,
      );
    }
    return [
      ...((await tellsSteps(url, runId)) ? [] : (["steps"] as const)),
      ...((await takesSockets(url)) ? [] : (["sockets"] as const)),
    ];
  } finally {
    await engine.close();
  }
}

async function completedRun(engine: BenchEngine, deadline: number): Promise<string | undefined> {
  while (Date.now() < deadline) {
    const [run] = await engine.runs();
    if (run?.status === "Completed") return run.id;
    await pause(50);
  }
  return undefined;
}

async function tellsSteps(url: string, runId: string): Promise<boolean> {
  const body: unknown = await (await fetch(`${url}/v1/runs/${runId}`)).json();
  if (typeof body !== "object" || body === null || !("data" in body)) return false;
  const { data } = body;
  return typeof data === "object" && data !== null && "steps" in data && Array.isArray(data.steps);
}

/** Realtime and Connect begin with a request each, which a server without them does not know. */
async function takesSockets(url: string): Promise<boolean> {
  const answers = await Promise.all(
    ["/v1/realtime/token", "/v0/connect/start"].map((path) => fetch(url + path, { method: "POST" })),
  );
  return answers.every(({ status }) => status !== 404);
}
