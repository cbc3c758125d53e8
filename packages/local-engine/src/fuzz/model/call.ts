import type { CallInput, ModelAnswer, ModelOperation } from "./operations.ts";
import { type FoundStep, give, mayRetry, type Played, startPlaying } from "./played.ts";

/** The end of the turn in which promises that are ready have had their effect. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * What the SDK does with one call, by its protocol: it plays the function, gives memos one at a time in the order in
 * which the steps finished, and then reports what is new, or runs it.
 */
export async function playCall(input: CallInput): Promise<ModelAnswer> {
  const played = startPlaying(input);
  const remaining = [...input.order];
  /** Steps that ran and are not reported. */
  const buffer: ModelOperation[] = [];
  for (;;) {
    await turn();
    if (played.end) return answerEnd(played, played.end, buffer);
    if (giveNext(played, remaining)) continue;
    const steps = played.fresh;
    played.fresh = [];
    if (steps.length === 0) throw new Error("the function waits for something that nobody gives it");
    const answer = answerSteps(played, steps, buffer);
    if (answer) return answer;
  }
}

/** @returns false when the function has got every memo that it asked for. */
function giveNext(played: Played, remaining: string[]): boolean {
  const next = remaining.findIndex((id) => played.found.get(id)?.isHandled === false);
  const [id] = next < 0 ? [] : remaining.splice(next, 1);
  const step = id === undefined ? undefined : played.found.get(id);
  const memo = id === undefined ? undefined : played.input.memos.get(id);
  if (!step || !memo) return false;
  give(played, step, memo);
  return true;
}

/** @returns false when the call is not in charge of the run any more. */
function report({ input }: Played, buffer: ModelOperation[]): boolean {
  return buffer.length === 0 || input.checkpoint(buffer.splice(0));
}

function answerEnd(played: Played, end: NonNullable<Played["end"]>, buffer: ModelOperation[]): ModelAnswer {
  const { input, found } = played;
  if ("error" in end) {
    if (!report(played, buffer)) return { type: "stale" };
    const retry = mayRetry(played, end.error);
    const after = typeof retry === "number" ? { after: retry } : {};
    return { type: "failed", error: end.error.message, final: retry === false, ...after };
  }
  const unreported = input.target === undefined ? [...found.values()].filter((step) => !step.hasMemo) : [];
  if (unreported.length > 0)
    return { type: "operations", operations: unreported.map(({ planned }) => planned) };
  if (input.buffered === undefined) return { type: "completed", output: end.output };
  return { type: "operations", operations: [...buffer, { op: "RunComplete", output: end.output }] };
}

/** Undefined when the function goes on within this call. */
function answerSteps(
  played: Played,
  steps: readonly FoundStep[],
  buffer: ModelOperation[],
): ModelAnswer | undefined {
  const { input } = played;
  const step = choose(input, steps);
  if (!step) {
    if (!report(played, buffer)) return { type: "stale" };
    const fresh = input.target === undefined ? steps.filter(({ hasMemo }) => !hasMemo) : [];
    return fresh.length === 0
      ? undefined
      : { type: "operations", operations: fresh.map(({ planned }) => planned) };
  }
  const { operation, after } = runStep(played, step);
  if (operation.op === "StepRun" && input.buffered !== undefined && input.attempt === 0) {
    step.hasMemo = true;
    give(played, step, { data: operation.data });
    buffer.push(operation);
    return buffer.length < input.buffered || report(played, buffer) ? undefined : { type: "stale" };
  }
  if (!report(played, buffer)) return { type: "stale" };
  return { type: "operations", operations: [operation], ...(after === undefined ? {} : { after }) };
}

/** The step to run in this call, of those that came up. */
function choose(input: CallInput, steps: readonly FoundStep[]): FoundStep | undefined {
  if (input.target !== undefined) return steps.find(({ planned }) => planned.id === input.target);
  const open = steps.filter((step) => !step.hasMemo);
  const [only] = open;
  return input.mayRunAtOnce && open.length === 1 && only?.work && !only.planned.race ? only : undefined;
}

function runStep(played: Played, step: FoundStep): { operation: ModelOperation; after?: number } {
  const { id } = step.planned;
  try {
    return { operation: { op: "StepRun", id, data: step.work?.() ?? null } };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const retry = mayRetry(played, error);
    return {
      operation: { op: retry === false ? "StepFailed" : "StepError", id, error: error.message },
      ...(typeof retry === "number" ? { after: retry } : {}),
    };
  }
}
