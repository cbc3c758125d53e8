import type { OwnStepInterceptor } from "../engine/own-steps.ts";
import type { StepInterceptor } from "./sdk.ts";

export interface StepTarget {
  /** With or without the app's prefix. Any function when left out. */
  functionId?: string;
  stepId: string;
}

export interface Faults {
  /** Fails the step's first `attempts` tries (1 unless given) before it has any effect. */
  failStep(fault: StepTarget & { attempts?: number; error?: Error }): void;
  /** The step has its effect, then its answer is lost on the way; the engine tries again. Once unless `times` says more. */
  loseAnswer(fault: StepTarget & { times?: number }): void;
  /** The worker dies after the step's result was stored and before anything else runs; a new worker goes on. */
  crashAfterStep(fault: StepTarget & { times?: number }): void;
}

/** @property times how often it holds, after which the next mock of the step does; always unless given. */
export type StepMock = StepTarget & { times?: number } & ({ value: unknown } | { error: Error });

type RunningStep = { appId: string; functionId: string; stepId: string };

interface Planned extends StepTarget {
  kind: "fail" | "lose" | "crash";
  left: number;
  error: Error;
}

/** Where the worker is in one call: which step it runs, and whether it is to be cut off. */
export interface WorkerState {
  runningStep?: string;
  lastStep?: string;
  /** What happens to the next thing that the worker reports. */
  fate?: "lose" | "crash";
}

/** Plans faults and mocks, and plays them out around the steps that run. */
export function createFaultPlan() {
  const planned: Planned[] = [];
  const mocks: StepMock[] = [];
  const played = new Map<StepMock, number>();
  const workers = new Map<string, WorkerState>();

  const workerOf = (requestId: string): WorkerState => {
    const known = workers.get(requestId) ?? {};
    workers.set(requestId, known);
    return known;
  };

  function takeFault(kinds: Planned["kind"][], step: RunningStep): Planned | undefined {
    const fault = planned.find((plan) => kinds.includes(plan.kind) && plan.left > 0 && isTarget(plan, step));
    if (fault) fault.left--;
    return fault;
  }

  function takeMock(step: RunningStep): StepMock | undefined {
    const countOf = (mock: StepMock) => played.get(mock) ?? 0;
    const found = mocks.find((mock) => isTarget(mock, step) && countOf(mock) < (mock.times ?? Infinity));
    if (found) played.set(found, countOf(found) + 1);
    return found;
  }

  const intercept: StepInterceptor = async ({ next, requestId, ...step }) => {
    const worker = workerOf(requestId);
    worker.runningStep = step.stepId;
    try {
      const failure = takeFault(["fail"], step);
      if (failure) throw failure.error;
      const mock = takeMock(step);
      const value = await (mock ? playMock(mock) : next());
      const cut = takeFault(["lose", "crash"], step);
      if (cut) worker.fate = cut.kind === "lose" ? "lose" : "crash";
      return value;
    } finally {
      delete worker.runningStep;
      worker.lastStep = step.stepId;
    }
  };

  /** The engine's own steps have no worker that could die, so only failures and mocks apply to them. */
  const interceptOwn: OwnStepInterceptor = async ({ next, ...step }) => {
    const failure = takeFault(["fail"], step);
    if (failure) throw failure.error;
    const mock = takeMock(step);
    return mock ? playMock(mock) : next();
  };

  const faults: Faults = {
    failStep: ({ attempts = 1, error = new Error("failed by the test engine"), ...target }) =>
      void planned.push({ ...target, kind: "fail", left: attempts, error }),
    loseAnswer: ({ times = 1, ...target }) =>
      void planned.push({ ...target, kind: "lose", left: times, error: new Error() }),
    crashAfterStep: ({ times = 1, ...target }) =>
      void planned.push({ ...target, kind: "crash", left: times, error: new Error() }),
  };

  return { faults, mocks, workers, intercept, interceptOwn };
}

export type FaultPlan = ReturnType<typeof createFaultPlan>;

async function playMock(mock: StepMock): Promise<unknown> {
  if ("error" in mock) throw mock.error;
  return mock.value;
}

function isTarget(target: StepTarget, step: RunningStep): boolean {
  if (target.stepId !== step.stepId) return false;
  return target.functionId === undefined || isFunction(target.functionId, step);
}

/** A function may be named with its app's prefix or without it. */
export function isFunction(
  wanted: string,
  { appId, functionId }: { appId: string; functionId: string },
): boolean {
  return functionId === wanted || functionId === `${appId}-${wanted}`;
}
