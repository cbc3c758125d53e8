import { stopEvent } from "../program.ts";
import type { Memo, ModelOperation, PlannedOperation } from "./operations.ts";
import { lifecycleOf, type ModelRun, setStatus } from "./run.ts";
import { ask, countEvent, type Job, retry, startRun, type World } from "./world.ts";

/** What is known of a step that settled. */
interface Settled {
  wasRace: boolean;
}

/** @returns undefined for a step that has settled already. */
function settle(run: ModelRun, id: string, memo: Memo): Settled | undefined {
  if (run.status !== "Running" || run.memos.has(id)) return undefined;
  const planned = run.pending.get(id);
  run.pending.delete(id);
  run.memos.set(id, memo);
  run.order.push(id);
  setStatus(run, id, "data" in memo ? "completed" : "failed");
  return { wasRace: planned?.race ?? false };
}

/** The rule of groups: in a race, and in version 1, any result matters; otherwise only when nothing is pending. */
export function goOn(world: World, run: ModelRun, { wasRace }: Settled): void {
  if (wasRace || run.isVersion1 || run.pending.size === 0) ask(world, run);
}

function settleAndGoOn(world: World, run: ModelRun, id: string, memo: Memo): void {
  const settled = settle(run, id, memo);
  if (settled) goOn(world, run, settled);
}

/** Ends a run, unless it has: the invoke that waits for it settles, and lifecycle events tell of it. */
export function endRun(
  world: World,
  run: ModelRun,
  status: ModelRun["status"],
  result: { output?: unknown; error?: string } = {},
): void {
  if (run.status !== "Running") return;
  Object.assign(run, { status, ...result });
  for (const id of run.pending.keys()) setStatus(run, id, "cancelled");
  for (const [id, step] of run.steps) if (step.status === "retrying") setStatus(run, id, "cancelled");
  world.queue = world.queue.filter((job) => job.run !== run);
  if (run.invokedBy) {
    const memo = status === "Completed" ? { data: run.output ?? null } : { error: run.error ?? "" };
    settleAndGoOn(world, run.invokedBy.run, run.invokedBy.id, memo);
  }
  for (const name of lifecycleOf(status)) countEvent(world, `inngest/function.${name}`);
}

/** An event arrives: it ends the program's run, or what waits for it goes on. */
export function sendEvent(world: World, event: string): void {
  countEvent(world, event);
  if (event === stopEvent) cancelMain(world);
  for (const wait of world.waits.filter((candidate) => candidate.event === event))
    settleAndGoOn(world, wait.run, wait.id, { data: event });
}

export function cancelMain(world: World): void {
  const [main] = world.runs;
  if (main) endRun(world, main, "Cancelled");
}

/** The function asks for work; what was planned before is not planned again. */
function plan(world: World, run: ModelRun, operation: PlannedOperation): void {
  const { op, id, seconds } = operation;
  if (run.steps.has(id)) return;
  run.pending.set(id, operation);
  setStatus(run, id, "planned", op === "StepPlanned" ? "StepRun" : op);
  const giveLater = (memo: Memo) =>
    world.agenda.put(world.now + (seconds ?? 0), () => settleAndGoOn(world, run, id, memo));
  if (op === "StepPlanned") world.queue.push({ run, target: id, attempt: 0 });
  else if (op !== "InvokeFunction") giveLater({ data: null });
  else if (seconds !== undefined) giveLater({ error: "timed out" });
  if (op === "WaitForEvent") world.waits.push({ run, id, event: operation.event ?? "" });
  if (op === "InvokeFunction") invoke(world, run, id, operation.child ?? 0);
}

function invoke(world: World, run: ModelRun, id: string, child: number): void {
  const definition = world.program.children[child];
  if (!definition) return;
  countEvent(world, "inngest/function.invoked");
  startRun(world, `c${child}`, definition, { run, id });
}

/** @returns what settled by an operation, if anything did. */
export function apply(
  world: World,
  job: Job,
  operation: ModelOperation,
  after?: number,
): Settled | undefined {
  const { run } = job;
  switch (operation.op) {
    case "RunComplete":
      endRun(world, run, "Completed", { output: operation.output });
      return undefined;
    case "StepRun":
      setStatus(run, operation.id, "completed", "StepRun", 1);
      return settle(run, operation.id, { data: operation.data });
    case "StepFailed":
      setStatus(run, operation.id, "failed", "StepRun", 1);
      return settle(run, operation.id, { error: operation.error });
    case "StepError":
      setStatus(run, operation.id, "retrying", "StepRun", 1);
      retry(world, job, after);
      return undefined;
    default:
      plan(world, run, operation);
      return undefined;
  }
}
