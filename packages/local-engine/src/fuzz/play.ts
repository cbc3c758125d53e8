import { Inngest } from "inngest";
import * as z from "zod";
import { serveApp } from "../conformance/served-app.ts";
import { createVirtualClock } from "../engine/clock.ts";
import { createEngine } from "../engine/engine.ts";
import { createHttpTransport } from "../engine/transport.ts";
import { createHttpApi, listen } from "../server/server.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import type { RunView, StepView } from "../test/run-view.ts";
import type { TestClientOptions } from "../test/sdk.ts";
import { createTestEngine } from "../test/test-engine.ts";
import { createTimedEngine, type TimedEngine } from "../test/timed-engine.ts";
import { messageOf } from "./body.ts";
import { horizon } from "./model/model.ts";
import type { Program } from "./program.ts";
import {
  createFunctions,
  createRecorder,
  createRecording,
  nameOf,
  namesByHash,
  type Recorder,
} from "./sdk-app.ts";
import { endLine, lifecycleLine, stepLine, type Trace } from "./trace.ts";

const startTime = Date.parse("2026-11-01T00:00:00Z");
const silent = { info() {}, warn() {}, error() {}, debug() {} };
const secondsAt = (time: number) => (time - startTime) / 1_000;

/** Plays programs on one engine behind HTTP. Resolves to a trace for each. */
export async function playOverHttp(programs: readonly Program[]): Promise<Trace[]> {
  const clock = createVirtualClock(startTime);
  const transport = createHttpTransport();
  const engine = createEngine({
    store: createMemoryStore(),
    clock,
    transport,
    maxConcurrentCalls: 1,
    retention: false,
  });
  const server = await listen(createHttpApi(engine, { version: "fuzz", virtualTime: true }), {
    host: "127.0.0.1",
    port: 0,
  });
  const recorder = createRecorder(() => secondsAt(clock.now()));
  const app = createApp(programs, recorder, { isDev: true, baseUrl: server.url });
  const served = await serveApp(app.client, app.functions);
  const timed = createTimedEngine({
    engine,
    clock,
    register: async () => {},
    describeHang: () => "a call hangs",
  });
  try {
    await served.sync();
    return await playScripts(timed, programs, recorder);
  } finally {
    await served.close();
    await server.close();
    await timed.close();
    transport.close();
  }
}

/** Plays programs on one test engine. Resolves to a trace for each. */
export async function playOnTestEngine(programs: readonly Program[]): Promise<Trace[]> {
  const seconds = () => secondsAt(engine.now().getTime());
  const recorder = createRecorder(seconds);
  const engine = createTestEngine({
    apps: [(clientOptions: TestClientOptions) => createApp(programs, recorder, clientOptions)],
    now: startTime,
  });
  try {
    return await playScripts(engine, programs, recorder);
  } finally {
    await engine.close();
  }
}

const prefixOf = (position: number) => `p${position}`;

function createApp(programs: readonly Program[], recorder: Recorder, options: Partial<TestClientOptions>) {
  const middleware = [createRecording(recorder, namesByHash(programs))];
  const client = new Inngest({ id: "app", logger: silent, middleware, ...options });
  const functions = programs.flatMap((program, position) =>
    createFunctions(client, program, prefixOf(position), recorder),
  );
  return { client, functions };
}

async function playScripts(
  engine: TimedEngine,
  programs: readonly Program[],
  recorder: Recorder,
): Promise<Trace[]> {
  for (const position of programs.keys()) await engine.send({ name: nameOf(prefixOf(position), "go") });
  const happenings = programs.flatMap(({ script }, position) =>
    script.map((entry) => ({ ...entry, position })),
  );
  happenings.sort((a, b) => a.at - b.at);
  for (const { at, does, position } of happenings) {
    await engine.advanceTo(startTime + at * 1_000);
    const prefix = prefixOf(position);
    if (does === "cancel") await cancelMain(engine, prefix);
    else await engine.send({ name: nameOf(prefix, does.event) });
  }
  await engine.advanceTo(startTime + horizon * 1_000);
  return tracesOf(engine, programs, recorder);
}

async function cancelMain(engine: TimedEngine, prefix: string): Promise<void> {
  for (const { id } of engine.runs({ functionId: nameOf(prefix, "main") })) await engine.cancel(id);
}

/** In the order of the trace. */
const lifecycle = ["cancelled", "failed", "finished"] as const;

function tracesOf(engine: TimedEngine, programs: readonly Program[], recorder: Recorder): Trace[] {
  const events = countEvents(engine);
  const ends = lifecycleByRun(engine);
  const names = namesByHash(programs);
  const runs = new Map<string, RunView[]>();
  for (const run of engine.runs()) {
    const prefix = run.functionId.split("-")[1] ?? "";
    runs.set(prefix, [...(runs.get(prefix) ?? []), run]);
  }
  return programs.map((_program, position) => {
    const prefix = prefixOf(position);
    const counts = new Map<string, number>();
    return {
      events: events.get(prefix) ?? {},
      runs: (runs.get(prefix) ?? []).map((run) => {
        const name = run.functionId.split("-")[2] ?? "";
        const number = counts.get(name) ?? 0;
        counts.set(name, number + 1);
        const lines = [...recorder.linesOf(run.id), ...linesOfRun(run, names), ...(ends.get(run.id) ?? [])];
        return { key: `${name}#${number}`, lines };
      }),
    };
  });
}

function linesOfRun(run: RunView, names: ReadonlyMap<string, string>): string[] {
  const { status, output, error } = run;
  const steps = run.steps.map((step) => toStepLine(step, names.get(step.hash) ?? step.id));
  return [...steps.sort(), endLine({ status, output, error: error && messageOf(error) })];
}

function toStepLine({ op, status, output, error, attempts: tries }: StepView, id: string): string {
  const failure = status === "failed" && error ? messageOf(error) : undefined;
  return stepLine({ id, op, status, output: plainOutput(op, output), error: failure, tries });
}

const eventSchema = z.object({ name: z.string() });
const sentSchema = z.object({ ids: z.array(z.string()) });

/** What the function makes of a step's output: the name of an event, the number of events sent. */
function plainOutput(op: string, output: unknown): unknown {
  if (op === "WaitForEvent") return eventSchema.safeParse(output).data?.name.split("-")[1] ?? null;
  return sentSchema.safeParse(output).data?.ids.length ?? output;
}

const endSchema = z.object({
  run_id: z.string(),
  function_id: z.string(),
  _inngest: z.object({ status: z.string() }),
});
const invokedSchema = z.object({ program: z.string() });

/** How many events of each name there were, by the prefix of the program. */
function countEvents(engine: TimedEngine): Map<string, Record<string, number>> {
  const counts = new Map<string, Record<string, number>>();
  const count = (prefix: string, name: string) => {
    const known = counts.get(prefix) ?? {};
    counts.set(prefix, { ...known, [name]: (known[name] ?? 0) + 1 });
  };
  for (const { name } of engine.events()) {
    const [prefix = "", event = ""] = name.split("-");
    count(prefix, event);
  }
  for (const { data } of engine.events({ name: "inngest/function.invoked" }))
    count(invokedSchema.parse(data).program, "inngest/function.invoked");
  for (const end of lifecycle) {
    const name = `inngest/function.${end}`;
    for (const { data } of engine.events({ name })) {
      count(endSchema.parse(data).function_id.split("-")[1] ?? "", name);
    }
  }
  return counts;
}

/** The lines for the lifecycle events of each run. */
function lifecycleByRun(engine: TimedEngine): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  for (const end of lifecycle) {
    for (const { data } of engine.events({ name: `inngest/function.${end}` })) {
      const { run_id: runId, _inngest } = endSchema.parse(data);
      lines.set(runId, [...(lines.get(runId) ?? []), lifecycleLine(end, _inngest.status)]);
    }
  }
  return lines;
}
