import type { Program } from "../program.ts";
import { endLine, lifecycleLine, type RunTrace, type StepFacts, stepLine } from "../trace.ts";
import type { Memo, PlannedOperation } from "./operations.ts";

export type ModelFunction = Program["children"][number];

/** A run as the rules know it. */
export interface ModelRun {
  key: string;
  definition: ModelFunction;
  /** Smaller goes first among what is due: the millisecond in which the run began, less its priority. */
  rank: number;
  status: "Running" | "Completed" | "Failed" | "Cancelled";
  output?: unknown;
  error?: string;
  memos: Map<string, Memo>;
  /** Names of finished steps, in the order in which they finished. */
  order: string[];
  steps: Map<string, Omit<StepFacts, "output" | "error">>;
  /** What was planned and has not settled. */
  pending: Map<string, PlannedOperation>;
  /** Set by an answer that asked for several things, until the SDK is asked with nothing pending. */
  plansOnly: boolean;
  /** The SDK asked for the older protocol. */
  isVersion1: boolean;
  /** Whether the SDK is to be asked, or is being asked right now. */
  asking: "no" | "queued" | "now";
  askAgain: boolean;
  tries: Map<string, number>;
  invokedBy?: { run: ModelRun; id: string };
  lines: string[];
}

export function createRun(
  key: string,
  definition: ModelFunction,
  rank: number,
  invokedBy?: ModelRun["invokedBy"],
): ModelRun {
  return {
    key,
    definition,
    rank,
    status: "Running",
    memos: new Map(),
    order: [],
    steps: new Map(),
    pending: new Map(),
    plansOnly: false,
    isVersion1: false,
    asking: "no",
    askAgain: false,
    tries: new Map(),
    ...(invokedBy ? { invokedBy } : {}),
    lines: [],
  };
}

/** The lifecycle events of a run that ended. */
export function lifecycleOf(status: ModelRun["status"]): string[] {
  if (status === "Completed") return ["finished"];
  if (status === "Failed") return ["failed", "finished"];
  return status === "Cancelled" ? ["cancelled", "finished"] : [];
}

export function traceOfRun(run: ModelRun): RunTrace {
  const steps = [...run.steps.values()]
    .map((step) => {
      const memo = run.memos.get(step.id);
      return stepLine({
        ...step,
        output: memo && "data" in memo ? memo.data : undefined,
        error: memo && "error" in memo ? memo.error : undefined,
      });
    })
    .sort();
  const { status, output, error } = run;
  const events = lifecycleOf(status).map((name) => lifecycleLine(name, status));
  return { key: run.key, lines: [...run.lines, ...steps, endLine({ status, output, error }), ...events] };
}

/** Notes what became of a step, and that it was tried `moreTries` times more. */
export function setStatus(run: ModelRun, id: string, status: string, op = "StepRun", moreTries = 0): void {
  const step = run.steps.get(id) ?? { id, op, status, tries: 0 };
  run.steps.set(id, { ...step, status, tries: step.tries + moreTries });
}
