import type { Program } from "../program.ts";
import { callLine, completedLine, failedLine, operationsLine, type Trace, workLine } from "../trace.ts";
import { playCall } from "./call.ts";
import type { CallInput, ModelAnswer } from "./operations.ts";
import { apply, cancelMain, endRun, goOn, sendEvent } from "./rules.ts";
import { type ModelRun, setStatus, traceOfRun } from "./run.ts";
import { ask, countEvent, createWorld, type Job, retry, startRun, type World } from "./world.ts";

/** Long after everything has ended or never will. */
export const horizon = 7 * 86_400;

/**
 * The protocol of Inngest as its rules say it, and no more: one call at a time, whole seconds, nothing is stored and
 * nothing is shared with the engine. Resolves to what has to happen to a program.
 */
export async function playModel(program: Program): Promise<Trace> {
  const world = createWorld(program);
  startRun(world, "main", program);
  countEvent(world, "go");
  for (const { at, does } of program.script) {
    await advance(world, at);
    if (does === "cancel") cancelMain(world);
    else sendEvent(world, does.event);
  }
  await advance(world, horizon);
  return { runs: world.runs.map(traceOfRun), events: world.events };
}

async function advance(world: World, to: number): Promise<void> {
  await settleNow(world);
  for (let next = world.agenda.next(); next !== undefined && next <= to; next = world.agenda.next()) {
    world.now = next;
    for (const happen of world.agenda.take(next)) happen();
    await settleNow(world);
  }
  world.now = to;
}

/** Calls everything that is due: by the rank of the run, then in the order in which it became due. */
async function settleNow(world: World): Promise<void> {
  while (world.queue.length > 0) {
    const rank = Math.min(...world.queue.map(({ run }) => run.rank));
    const position = world.queue.findIndex(({ run }) => run.rank === rank);
    const [job] = world.queue.splice(position, 1);
    if (job?.run.status === "Running") await call(world, job);
  }
}

async function call(world: World, job: Job): Promise<void> {
  const { run, target, attempt } = job;
  if (target === undefined) {
    run.asking = "now";
    if (run.pending.size === 0) run.plansOnly = false;
  }
  const { plansOnly, order } = run;
  run.lines.push(callLine({ at: world.now, target, attempt, plansOnly, order }));
  const answer = await playCall(inputOf(world, job));
  run.lines.push(answerLine(answer));
  take(world, job, answer);
}

function inputOf(world: World, job: Job): CallInput {
  const { run, target, attempt } = job;
  const { checkpointing, retries, body } = run.definition;
  const mayBuffer = target === undefined && !run.plansOnly && checkpointing !== false;
  return {
    body,
    memos: new Map(run.memos),
    order: [...run.order],
    ...(target === undefined ? {} : { target }),
    attempt,
    maxAttempts: retries + 1,
    ...(mayBuffer ? { buffered: checkpointing === true ? 1 : checkpointing.bufferedSteps } : {}),
    mayRunAtOnce: !run.plansOnly,
    begin: (id) => beginWork(run, id),
    send: (event) => sendEvent(world, event),
    checkpoint(operations) {
      for (const operation of operations) if (run.status === "Running") apply(world, job, operation);
      return run.status === "Running";
    },
  };
}

function beginWork(run: ModelRun, id: string): number {
  const tries = (run.tries.get(id) ?? 0) + 1;
  run.tries.set(id, tries);
  run.lines.push(workLine(id));
  return tries;
}

function answerLine(answer: ModelAnswer): string {
  if (answer.type === "operations") return operationsLine(answer.operations);
  if (answer.type === "completed") return completedLine;
  return failedLine(answer.type === "stale" || answer.final);
}

/** Takes an answer in. One that comes for a run that has ended meanwhile changes nothing. */
function take(world: World, job: Job, answer: ModelAnswer): void {
  const { run, target } = job;
  run.isVersion1 = !run.definition.optimizeParallelism;
  if (target === undefined) run.asking = "no";
  if (run.status !== "Running") return;
  if (answer.type === "completed") endRun(world, run, "Completed", { output: answer.output });
  else if (answer.type === "failed") takeFailure(world, job, answer);
  else if (answer.type === "operations") takeOperations(world, job, answer);
}

function takeOperations(
  world: World,
  job: Job,
  { operations, after }: Extract<ModelAnswer, { type: "operations" }>,
): void {
  const { run } = job;
  if (operations.filter((operation) => "race" in operation).length > 1) run.plansOnly = true;
  const settled = operations.map((operation) => apply(world, job, operation, after));
  const again = run.askAgain;
  run.askAgain = false;
  if (run.status !== "Running") return;
  if (again) ask(world, run);
  else for (const one of settled) if (one) goOn(world, run, one);
}

/** The body failed outside any step. */
function takeFailure(world: World, job: Job, answer: Extract<ModelAnswer, { type: "failed" }>): void {
  const { run, target, attempt } = job;
  if (target !== undefined) setStatus(run, target, "retrying", "StepRun", 1);
  if (answer.final || attempt >= run.definition.retries)
    endRun(world, run, "Failed", { error: answer.error });
  else retry(world, job, answer.after);
}
