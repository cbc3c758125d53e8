import { createHash } from "node:crypto";
import { type Inngest, Middleware, NonRetriableError, RetryAfterError } from "inngest";
import * as z from "zod";
import { play, type Tools } from "./body.ts";
import {
  invokedPriority,
  mainPriority,
  type Node,
  type Program,
  retryAfterSeconds,
  stepNames,
  stopEvent,
} from "./program.ts";
import { callLine, completedLine, failedLine, operationsLine, workLine } from "./trace.ts";

type CreatedFunction = ReturnType<Inngest["createFunction"]>;
type Context = Parameters<Parameters<Inngest["createFunction"]>[1]>[0];
type FunctionData = Program["children"][number];

/** What the app saw of its runs, by the id of the run. */
export interface Recorder {
  linesOf(runId: string): string[];
  begin(runId: string, stepId: string): number;
  /** Seconds since the start. */
  seconds: () => number;
}

export function createRecorder(seconds: () => number): Recorder {
  const lines = new Map<string, string[]>();
  const tries = new Map<string, number>();
  function linesOf(runId: string): string[] {
    const known = lines.get(runId) ?? [];
    lines.set(runId, known);
    return known;
  }
  return {
    seconds,
    linesOf,
    begin(runId, stepId) {
      const key = `${runId}/${stepId}`;
      const count = (tries.get(key) ?? 0) + 1;
      tries.set(key, count);
      linesOf(runId).push(workLine(stepId));
      return count;
    },
  };
}

/** What a program's functions and events are called among those of other programs. */
export const nameOf = (prefix: string, name: string) => `${prefix}-${name}`;

/** The functions of the SDK that a program stands for. */
export function createFunctions(
  client: Inngest,
  program: Program,
  prefix: string,
  recorder: Recorder,
): CreatedFunction[] {
  const make = (
    name: string,
    data: FunctionData,
    settings: object,
    body: (context: Context) => Promise<unknown>,
  ) =>
    client.createFunction(
      {
        id: nameOf(prefix, name),
        retries: toRetries(data.retries),
        checkpointing: data.checkpointing,
        optimizeParallelism: data.optimizeParallelism,
        ...settings,
      },
      body,
    );
  const children: CreatedFunction[] = program.children.map((child, index) =>
    make(`c${index}`, child, { priority: { run: "event.data.priority" } }, (context) =>
      play(child.body, createTools(context, { prefix, recorder, children: [] })),
    ),
  );
  const settings = {
    triggers: [{ event: nameOf(prefix, "go") }],
    priority: { run: `${mainPriority / 1_000}` },
    cancelOn: [{ event: nameOf(prefix, stopEvent) }],
  };
  const main = make("main", program, settings, (context) =>
    play(program.body, createTools(context, { prefix, recorder, children })),
  );
  return [...children, main];
}

function createTools(
  context: Context,
  { prefix, recorder, children }: { prefix: string; recorder: Recorder; children: CreatedFunction[] },
): Tools {
  const { step, group, runId, attempt } = context;
  const tools: Tools = {
    attempt,
    begin: (id) => recorder.begin(runId, id),
    run: (id, work) => step.run(id, work),
    sleep: (id, seconds) => step.sleep(id, `${seconds}s`).then(() => null),
    wait: (id, event, seconds) =>
      step
        .waitForEvent(id, { event: nameOf(prefix, event), timeout: `${seconds}s` })
        .then((found: object | null) => (found === null ? null : event)),
    invoke(id, child, seconds) {
      const callee = children[child];
      if (!callee) throw new Error(`the program has no child ${child}`);
      const timeout = seconds === undefined ? {} : { timeout: `${seconds}s` };
      const data = { program: prefix, priority: invokedPriority(id) / 1_000 };
      return step.invoke(id, { function: callee, data, ...timeout });
    },
    send: (id, event) =>
      step.sendEvent(id, { name: nameOf(prefix, event) }).then(({ ids }: { ids: string[] }) => ids.length),
    raceGroup: (branches) => group.parallel({ mode: "race" }, () => branches(tools)),
    failure(how, message) {
      if (how === "final") return new NonRetriableError(message);
      return how === "after" ? new RetryAfterError(message, `${retryAfterSeconds}s`) : new Error(message);
    },
  };
  return tools;
}

const callSchema = z.object({
  ctx: z.object({
    run_id: z.string(),
    attempt: z.number(),
    disable_immediate_execution: z.boolean(),
    stack: z.object({ stack: z.array(z.string()) }),
  }),
});
const operationsSchema = z.array(z.object({ op: z.string(), id: z.string() }));

/** Writes each call and its answer into the trace of its run, with the names that a program gives its steps. */
export function createRecording(recorder: Recorder, names: ReadonlyMap<string, string>): Middleware.Class {
  const name = (hash: string) => names.get(hash) ?? hash;
  return class extends Middleware.BaseMiddleware {
    readonly id = "local-engine:fuzz";
    override async wrapRequest({
      next,
      requestInfo,
    }: Middleware.WrapRequestArgs): Promise<Middleware.Response> {
      const call = callSchema.safeParse(await requestInfo.body()).data?.ctx;
      if (!call) return next();
      const target = requestInfo.url.searchParams.get("stepId") ?? "step";
      const lines = recorder.linesOf(call.run_id);
      lines.push(
        callLine({
          at: recorder.seconds(),
          target: target === "step" ? undefined : name(target),
          attempt: call.attempt,
          plansOnly: call.disable_immediate_execution,
          order: call.stack.stack.map(name),
        }),
      );
      const answer = await next();
      lines.push(answerLine(answer, name));
      return answer;
    }
  };
}

function answerLine({ status, headers, body }: Middleware.Response, name: (hash: string) => string): string {
  if (status === 200) return completedLine;
  if (status !== 206) return failedLine(headers["x-inngest-no-retry"] === "true");
  const operations = operationsSchema.parse(JSON.parse(body));
  return operationsLine(
    operations.map(({ op, id }) => (op === "RunComplete" ? { op } : { op, id: name(id) })),
  );
}

/** The names of a program's steps by the hash that the protocol gives them. */
export function namesByHash(programs: readonly Program[]): Map<string, string> {
  const bodies: Node[][] = programs.flatMap(({ body, children }) => [
    body,
    ...children.map((child) => child.body),
  ]);
  const names = bodies.flatMap(stepNames);
  return new Map(names.map((name) => [createHash("sha1").update(name).digest("hex"), name]));
}

/** Guarantee: programs have at most two retries. */
function toRetries(retries: number): 0 | 1 | 2 {
  return retries as 0 | 1 | 2;
}
