import { play, type Tools } from "../body.ts";
import { type Node, retryAfterSeconds } from "../program.ts";

/** What a finished step gives the function. */
export type Memo = { data: unknown } | { error: string };

/** Work that the function asks for, by the name of its step. */
export interface PlannedOperation {
  op: "StepPlanned" | "Sleep" | "WaitForEvent" | "InvokeFunction";
  id: string;
  seconds?: number;
  event?: string;
  child?: number;
  race: boolean;
}

export type ModelOperation =
  | PlannedOperation
  | { op: "StepRun"; id: string; data: unknown }
  | { op: "StepError" | "StepFailed"; id: string; error: string }
  | { op: "RunComplete"; output: unknown };

export type ModelAnswer =
  | { type: "completed"; output: unknown }
  | { type: "failed"; error: string; final: boolean; after?: number }
  | { type: "operations"; operations: ModelOperation[]; after?: number }
  /** The engine said that another call has taken this one's place; whatever is answered then means nothing. */
  | { type: "stale" };

export interface CallInput {
  body: readonly Node[];
  memos: ReadonlyMap<string, Memo>;
  /** The names of the memos in the order in which their steps finished. */
  order: readonly string[];
  /** The step that is to run; without one the function is asked what it wants. */
  target?: string;
  attempt: number;
  maxAttempts: number;
  /** Steps that finish before they are reported together; undefined where none may be run at once. */
  buffered?: number;
  /** A step that is alone may run in the call that finds it. */
  mayRunAtOnce: boolean;
  begin: (id: string) => number;
  send: (event: string) => void;
  /** @returns false when the call is not in charge of the run any more. */
  checkpoint: (operations: ModelOperation[]) => boolean;
}

interface FoundStep {
  planned: PlannedOperation;
  work?: () => unknown;
  hasMemo: boolean;
  isHandled: boolean;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** How an error of the function came about, as far as it matters for another attempt. */
const causes = new WeakMap<Error, "error" | "final" | "after" | "step">();

function createFailure(how: "error" | "final" | "after" | "step", message: string): Error {
  const error = new Error(message);
  causes.set(error, how);
  return error;
}

/** The end of the turn in which promises that are ready have had their effect. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * What the SDK does with one call, by its protocol: it plays the function, gives memos one at a time in the order in
 * which the steps finished, and then reports what is new, or runs it.
 */
export async function playCall(input: CallInput): Promise<ModelAnswer> {
  const found = new Map<string, FoundStep>();
  const remaining = [...input.order];
  const buffer: ModelOperation[] = [];
  let fresh: FoundStep[] = [];
  let latestRejection: Error | undefined;
  let end: { output: unknown } | { error: Error } | undefined;

  function find(
    planned: Omit<PlannedOperation, "race">,
    race: boolean,
    work?: () => unknown,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = nameOf(planned.id, found);
      const step: FoundStep = {
        planned: { ...planned, id, race },
        ...(work ? { work } : {}),
        hasMemo: input.memos.has(id),
        isHandled: false,
        resolve,
        reject,
      };
      found.set(id, step);
      fresh.push(step);
    });
  }

  function createTools(race: boolean): Tools {
    return {
      attempt: input.attempt,
      begin: input.begin,
      run: (id, work) => find({ op: "StepPlanned", id }, race, work),
      sleep: (id, seconds) => find({ op: "Sleep", id, seconds }, race),
      wait: (id, event, seconds) => find({ op: "WaitForEvent", id, event, seconds }, race),
      invoke: (id, child, seconds) =>
        find({ op: "InvokeFunction", id, child, ...(seconds === undefined ? {} : { seconds }) }, race),
      send: (id, event) =>
        find({ op: "StepPlanned", id }, race, () => {
          input.send(event);
          return 1;
        }),
      async raceGroup(branches) {
        // The SDK looks for its context first, so steps beside the group are found before those in it.
        await null;
        await null;
        return branches(createTools(true));
      },
      failure: createFailure,
    };
  }

  function give(step: FoundStep, memo: Memo): void {
    step.isHandled = true;
    if ("data" in memo) {
      step.resolve(memo.data);
      return;
    }
    latestRejection = createFailure("step", memo.error);
    step.reject(latestRejection);
  }

  /** False: not again. True or seconds: again, on the usual schedule or after that time. */
  function mayRetry(error: Error): boolean | number {
    if (input.attempt === input.maxAttempts - 1) return false;
    const how = causes.get(error) ?? "error";
    if (how === "final" || (how === "step" && error === latestRejection)) return false;
    return how === "after" ? retryAfterSeconds : true;
  }

  function answerEnd(ended: NonNullable<typeof end>): ModelAnswer {
    if ("error" in ended) {
      if (buffer.length > 0 && !input.checkpoint(buffer.splice(0))) return { type: "stale" };
      const retry = mayRetry(ended.error);
      return {
        type: "failed",
        error: ended.error.message,
        final: retry === false,
        ...(typeof retry === "number" ? { after: retry } : {}),
      };
    }
    const unreported = input.target === undefined ? [...found.values()].filter((step) => !step.hasMemo) : [];
    if (unreported.length > 0)
      return { type: "operations", operations: unreported.map(({ planned }) => planned) };
    if (input.buffered === undefined) return { type: "completed", output: ended.output };
    return { type: "operations", operations: [...buffer, { op: "RunComplete", output: ended.output }] };
  }

  /** The step to run in this call, of those that came up. */
  function choose(steps: readonly FoundStep[]): FoundStep | undefined {
    if (input.target !== undefined) return steps.find(({ planned }) => planned.id === input.target);
    const open = steps.filter((step) => !step.hasMemo);
    const [only] = open;
    return input.mayRunAtOnce && open.length === 1 && only?.work && !only.planned.race ? only : undefined;
  }

  function runStep(step: FoundStep): { operation: ModelOperation; after?: number } {
    const { id } = step.planned;
    try {
      return { operation: { op: "StepRun", id, data: step.work?.() ?? null } };
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      const retry = mayRetry(error);
      return {
        operation: { op: retry === false ? "StepFailed" : "StepError", id, error: error.message },
        ...(typeof retry === "number" ? { after: retry } : {}),
      };
    }
  }

  /** Undefined when the function goes on within this call. */
  async function answerSteps(steps: readonly FoundStep[]): Promise<ModelAnswer | undefined> {
    const step = choose(steps);
    if (!step) {
      if (buffer.length > 0 && !input.checkpoint(buffer.splice(0))) return { type: "stale" };
      const fresh = input.target === undefined ? steps.filter(({ hasMemo }) => !hasMemo) : [];
      if (fresh.length === 0) return undefined;
      return { type: "operations", operations: fresh.map(({ planned }) => planned) };
    }
    const { operation, after } = runStep(step);
    if (operation.op === "StepRun" && input.buffered !== undefined && input.attempt === 0) {
      step.hasMemo = true;
      give(step, { data: operation.data });
      buffer.push(operation);
      if (buffer.length >= input.buffered && !input.checkpoint(buffer.splice(0))) return { type: "stale" };
      return undefined;
    }
    if (buffer.length > 0 && !input.checkpoint(buffer.splice(0))) return { type: "stale" };
    return { type: "operations", operations: [operation], ...(after === undefined ? {} : { after }) };
  }

  play(input.body, createTools(false)).then(
    (output) => {
      end = { output };
    },
    (error: Error) => {
      end = { error };
    },
  );
  for (;;) {
    await turn();
    if (end) return answerEnd(end);
    const next = remaining.findIndex((id) => found.get(id)?.isHandled === false);
    const [id] = next < 0 ? [] : remaining.splice(next, 1);
    const step = id === undefined ? undefined : found.get(id);
    const memo = id === undefined ? undefined : input.memos.get(id);
    if (step && memo) {
      give(step, memo);
      continue;
    }
    const steps = fresh;
    fresh = [];
    if (steps.length === 0) throw new Error("the function waits for something that nobody gives it");
    const answer = await answerSteps(steps);
    if (answer) return answer;
  }
}

/** The second use of an id in a run is `id:1`. */
function nameOf(id: string, found: ReadonlyMap<string, FoundStep>): string {
  if (!found.has(id)) return id;
  let index = 1;
  while (found.has(`${id}:${index}`)) index++;
  return `${id}:${index}`;
}
