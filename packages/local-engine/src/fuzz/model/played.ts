import { play, type Tools } from "../body.ts";
import { retryAfterSeconds } from "../program.ts";
import type { CallInput, Memo, PlannedOperation } from "./operations.ts";

/** A step that the function came to in this call. */
export interface FoundStep {
  planned: PlannedOperation;
  work?: () => unknown;
  hasMemo: boolean;
  isHandled: boolean;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** The function in one call: where it has got to. */
export interface Played {
  readonly input: CallInput;
  readonly found: Map<string, FoundStep>;
  /** Found since the last report. */
  fresh: FoundStep[];
  /** The step's error that the function got last. */
  latestRejection?: Error;
  end?: { output: unknown } | { error: Error };
}

/** How an error of the function came about, as far as it matters for another attempt. */
const causes = new WeakMap<Error, "error" | "final" | "after" | "step">();

function createFailure(how: "error" | "final" | "after" | "step", message: string): Error {
  const error = new Error(message);
  causes.set(error, how);
  return error;
}

/** Begins to play the function. Its promises go on by themselves until it waits for steps, or ends. */
export function startPlaying(input: CallInput): Played {
  const played: Played = { input, found: new Map(), fresh: [] };
  play(input.body, createTools(played, false)).then(
    (output) => {
      played.end = { output };
    },
    (error: Error) => {
      played.end = { error };
    },
  );
  return played;
}

function createTools(played: Played, race: boolean): Tools {
  const { input } = played;
  const find = (planned: Omit<PlannedOperation, "race">, work?: () => unknown) =>
    findStep(played, { ...planned, race }, work);
  return {
    attempt: input.attempt,
    begin: input.begin,
    run: (id, work) => find({ op: "StepPlanned", id }, work),
    sleep: (id, seconds) => find({ op: "Sleep", id, seconds }),
    wait: (id, event, seconds) => find({ op: "WaitForEvent", id, event, seconds }),
    invoke: (id, child, seconds) =>
      find({ op: "InvokeFunction", id, child, ...(seconds === undefined ? {} : { seconds }) }),
    send: (id, event) =>
      find({ op: "StepPlanned", id }, () => {
        input.send(event);
        return 1;
      }),
    async raceGroup(branches) {
      // The SDK looks for its context first, so steps beside the group are found before those in it.
      await null;
      await null;
      return branches(createTools(played, true));
    },
    failure: createFailure,
  };
}

function findStep(played: Played, planned: PlannedOperation, work?: () => unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const id = nameOf(planned.id, played.found);
    const step: FoundStep = {
      planned: { ...planned, id },
      ...(work ? { work } : {}),
      hasMemo: played.input.memos.has(id),
      isHandled: false,
      resolve,
      reject,
    };
    played.found.set(id, step);
    played.fresh.push(step);
  });
}

/** Gives the function the result of a step. */
export function give(played: Played, step: FoundStep, memo: Memo): void {
  step.isHandled = true;
  if ("data" in memo) {
    step.resolve(memo.data);
    return;
  }
  played.latestRejection = createFailure("step", memo.error);
  step.reject(played.latestRejection);
}

/** False: not again. True or seconds: again, on the usual schedule or after that time. */
export function mayRetry({ input, latestRejection }: Played, error: Error): boolean | number {
  if (input.attempt === input.maxAttempts - 1) return false;
  const how = causes.get(error) ?? "error";
  if (how === "final" || (how === "step" && error === latestRejection)) return false;
  return how === "after" ? retryAfterSeconds : true;
}

/** The second use of an id in a run is `id:1`. */
function nameOf(id: string, found: ReadonlyMap<string, FoundStep>): string {
  if (!found.has(id)) return id;
  let index = 1;
  while (found.has(`${id}:${index}`)) index++;
  return `${id}:${index}`;
}
