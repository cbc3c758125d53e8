import type { Node } from "../program.ts";

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
