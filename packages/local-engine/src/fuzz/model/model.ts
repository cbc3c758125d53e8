import { type Program, stopEvent } from "../program.ts";
import { callLine, completedLine, failedLine, operationsLine, type Trace, workLine } from "../trace.ts";
import { createAgenda } from "./agenda.ts";
import { type Memo, type ModelAnswer, type ModelOperation, type PlannedOperation, playCall } from "./call.ts";
import { createRun, lifecycleOf, type ModelFunction, type ModelRun, traceOfRun } from "./run.ts";

/** Seconds before the second, third… attempt. */
const backoff = [15, 30, 60, 120];
/** Long after everything has ended or never will. */
export const horizon = 7 * 86_400;

interface Job {
  run: ModelRun;
  target?: string;
  attempt: number;
}

/**
 * The protocol of Inngest as its rules say it, and no more: one call at a time, whole seconds, nothing is stored and
 * nothing is shared with the engine. Resolves to what has to happen to a program.
 */
export async function playModel(program: Program): Promise<Trace> {
  const model = createModel(program);
  for (const { at, does } of program.script) {
    await model.advance(at);
    if (does === "cancel") model.cancel();
    else model.send(does.event);
  }
  await model.advance(horizon);
  return model.trace();
}

function createModel(program: Program) {
  const agenda = createAgenda();
  const runs: ModelRun[] = [];
  const waits: { run: ModelRun; id: string; event: string }[] = [];
  const events: Record<string, number> = {};
  let queue: Job[] = [];
  let now = 0;

  const count = (event: string) => {
    events[event] = (events[event] ?? 0) + 1;
  };

  function start(name: string, definition: ModelFunction, invokedBy?: ModelRun["invokedBy"]): void {
    const number = runs.filter(({ key }) => key.startsWith(`${name}#`)).length;
    const run = createRun(`${name}#${number}`, definition, now, invokedBy);
    runs.push(run);
    ask(run);
  }

  /** The SDK is asked what comes next, once, however many reasons there are. */
  function ask(run: ModelRun): void {
    if (run.asking === "now") run.askAgain = true;
    if (run.asking !== "no") return;
    run.asking = "queued";
    queue.push({ run, attempt: 0 });
  }

  function retry(job: Job, after: number | undefined): void {
    const again = { ...job, attempt: job.attempt + 1 };
    if (job.target === undefined) job.run.asking = "queued";
    agenda.put(now + (after ?? backoff[job.attempt] ?? 300), () => {
      if (job.run.status === "Running") queue.push(again);
    });
  }

  function end(run: ModelRun, status: ModelRun["status"], result: { output?: unknown; error?: string } = {}) {
    if (run.status !== "Running") return;
    Object.assign(run, { status, ...result });
    for (const id of run.pending.keys()) setStatus(run, id, "cancelled");
    for (const [id, step] of run.steps) if (step.status === "retrying") setStatus(run, id, "cancelled");
    queue = queue.filter((job) => job.run !== run);
    const { invokedBy } = run;
    if (invokedBy) {
      const memo = status === "Completed" ? { data: run.output ?? null } : { error: run.error ?? "" };
      settleAndGoOn(invokedBy.run, invokedBy.id, memo);
    }
    for (const name of lifecycleOf(status)) count(`inngest/function.${name}`);
  }

  function setStatus(run: ModelRun, id: string, status: string, op = "StepRun", moreTries = 0): void {
    const step = run.steps.get(id) ?? { id, op, status, tries: 0 };
    run.steps.set(id, { ...step, status, tries: step.tries + moreTries });
  }

  /** @returns what was pending, when it was planned before. Undefined for what has settled already. */
  function settle(run: ModelRun, id: string, memo: Memo): { wasRace: boolean } | undefined {
    if (run.status !== "Running" || run.memos.has(id)) return undefined;
    const planned = run.pending.get(id);
    run.pending.delete(id);
    run.memos.set(id, memo);
    run.order.push(id);
    setStatus(run, id, "data" in memo ? "completed" : "failed");
    return { wasRace: planned?.race ?? false };
  }

  /** The rule of groups: in a race, and in version 1, any result matters; otherwise only when nothing is pending. */
  function goOn(run: ModelRun, { wasRace }: { wasRace: boolean }): void {
    if (wasRace || run.isVersion1 || run.pending.size === 0) ask(run);
  }

  function settleAndGoOn(run: ModelRun, id: string, memo: Memo): void {
    const settled = settle(run, id, memo);
    if (settled) goOn(run, settled);
  }

  function send(event: string): void {
    count(event);
    if (event === stopEvent) {
      const [main] = runs;
      if (main) end(main, "Cancelled");
      return;
    }
    for (const wait of waits.filter((candidate) => candidate.event === event))
      settleAndGoOn(wait.run, wait.id, { data: event });
  }

  function plan(run: ModelRun, operation: PlannedOperation): void {
    const { op, id, seconds } = operation;
    if (run.steps.has(id)) return;
    run.pending.set(id, operation);
    setStatus(run, id, "planned", op === "StepPlanned" ? "StepRun" : op);
    const due = (memo: Memo) => agenda.put(now + (seconds ?? 0), () => settleAndGoOn(run, id, memo));
    if (op === "StepPlanned") queue.push({ run, target: id, attempt: 0 });
    else if (op !== "InvokeFunction") due({ data: null });
    else if (seconds !== undefined) due({ error: "timed out" });
    if (op === "WaitForEvent") waits.push({ run, id, event: operation.event ?? "" });
    if (op === "InvokeFunction") invoke(run, id, operation.child ?? 0);
  }

  function invoke(run: ModelRun, id: string, child: number): void {
    const definition = program.children[child];
    if (!definition) return;
    count("inngest/function.invoked");
    start(`c${child}`, definition, { run, id });
  }

  /** @returns what settled by an operation, if anything did. */
  function apply(job: Job, operation: ModelOperation, after?: number): { wasRace: boolean } | undefined {
    const { run } = job;
    switch (operation.op) {
      case "RunComplete":
        end(run, "Completed", { output: operation.output });
        return undefined;
      case "StepRun":
        setStatus(run, operation.id, "completed", "StepRun", 1);
        return settle(run, operation.id, { data: operation.data });
      case "StepFailed":
        setStatus(run, operation.id, "failed", "StepRun", 1);
        return settle(run, operation.id, { error: operation.error });
      case "StepError":
        setStatus(run, operation.id, "retrying", "StepRun", 1);
        retry(job, after);
        return undefined;
      default:
        plan(run, operation);
        return undefined;
    }
  }

  function take(job: Job, answer: ModelAnswer): void {
    const { run } = job;
    run.isVersion1 = !run.definition.optimizeParallelism;
    if (job.target === undefined) run.asking = "no";
    if (run.status !== "Running") return;
    if (answer.type === "completed") end(run, "Completed", { output: answer.output });
    else if (answer.type === "failed") takeFailure(job, answer);
    else if (answer.type === "operations") {
      const asks = answer.operations.filter((operation) => "race" in operation);
      if (asks.length > 1) run.plansOnly = true;
      const settled = answer.operations.map((operation) => apply(job, operation, answer.after));
      const again = run.askAgain;
      run.askAgain = false;
      if (run.status !== "Running") return;
      if (again) ask(run);
      else for (const one of settled) if (one) goOn(run, one);
    }
  }

  function takeFailure(job: Job, answer: Extract<ModelAnswer, { type: "failed" }>): void {
    const { run, target, attempt } = job;
    if (target !== undefined) setStatus(run, target, "retrying", "StepRun", 1);
    if (answer.final || attempt >= run.definition.retries) end(run, "Failed", { error: answer.error });
    else retry(job, answer.after);
  }

  async function call(job: Job): Promise<void> {
    const { run, target, attempt } = job;
    const { checkpointing, retries, body } = run.definition;
    if (target === undefined) {
      run.asking = "now";
      if (run.pending.size === 0) run.plansOnly = false;
    }
    const { plansOnly } = run;
    run.lines.push(callLine({ at: now, target, attempt, plansOnly, order: run.order }));
    const mayBuffer = target === undefined && !plansOnly && checkpointing !== false;
    const answer = await playCall({
      body,
      memos: new Map(run.memos),
      order: [...run.order],
      ...(target === undefined ? {} : { target }),
      attempt,
      maxAttempts: retries + 1,
      ...(mayBuffer ? { buffered: checkpointing === true ? 1 : checkpointing.bufferedSteps } : {}),
      mayRunAtOnce: !plansOnly,
      begin(id) {
        const tries = (run.tries.get(id) ?? 0) + 1;
        run.tries.set(id, tries);
        run.lines.push(workLine(id));
        return tries;
      },
      send,
      checkpoint(operations) {
        if (run.status !== "Running") return false;
        for (const operation of operations) apply(job, operation);
        return run.status === "Running";
      },
    });
    if (answer.type === "operations") run.lines.push(operationsLine(answer.operations));
    else if (answer.type === "completed") run.lines.push(completedLine);
    else run.lines.push(failedLine(answer.type === "stale" || answer.final));
    take(job, answer);
  }

  /** Calls everything that is due: older runs first, then in the order in which it became due. */
  async function settleNow(): Promise<void> {
    while (queue.length > 0) {
      const rank = Math.min(...queue.map(({ run }) => run.rank));
      const position = queue.findIndex(({ run }) => run.rank === rank);
      const [job] = queue.splice(position, 1);
      if (job && job.run.status === "Running") await call(job);
    }
  }

  start("main", program);
  count("go");

  return {
    send,
    cancel() {
      const [main] = runs;
      if (main) end(main, "Cancelled");
    },
    async advance(to: number): Promise<void> {
      await settleNow();
      for (let next = agenda.next(); next !== undefined && next <= to; next = agenda.next()) {
        now = next;
        for (const happen of agenda.take(next)) happen();
        await settleNow();
      }
      now = to;
    },
    trace: (): Trace => ({ runs: runs.map(traceOfRun), events }),
  };
}
