import type { Inngest } from "inngest";
import type { RunStatus, SerializedError, StepStatus } from "../core/records.ts";
import type { EventMeta } from "../core/sessions.ts";
import type { Controls } from "../engine/controls.ts";

/** Makes an app's functions with the client that the bench provides. */
export type BuildFunctions = (inngest: Inngest) => ReturnType<Inngest["createFunction"]>[];

export interface BenchOptions {
  /** The time at which an engine starts whose clock can be moved. */
  startTime: Date;
  /** Handlers that may run at the same time, where the engine can be told so. */
  maxConcurrentCalls: number;
}

export interface BenchEvent {
  name: string;
  data?: Record<string, unknown>;
  id?: string;
  /** Milliseconds since the epoch. */
  ts?: number;
  v?: string;
  meta?: EventMeta;
}

export interface BenchStep {
  id: string;
  /** The protocol's name of the step, as controls take it. */
  hash: string;
  op: string;
  status: StepStatus;
  output: unknown;
  error?: SerializedError | undefined;
  /** Tries, failed ones included. */
  attempts: number;
}

export interface BenchRun {
  id: string;
  /** With the app's prefix. */
  functionId: string;
  status: RunStatus;
  output: unknown;
  error?: SerializedError | undefined;
  /** In the order in which they began; empty when the engine does not tell. */
  steps: BenchStep[];
}

type Awaitable<Value> = Value | Promise<Value>;

/** One engine with one app, as the tests drive it. */
export interface BenchEngine {
  /** Where the engine listens, for what goes over sockets; unset when it does not. */
  readonly url?: string;
  /** Resolves to the ids that the engine gave the events. */
  send(events: readonly BenchEvent[]): Promise<readonly string[]>;
  /** Resolves when nothing more happens at the current time. */
  settle(): Promise<void>;
  now(): Date;
  /** Moves the time on, through everything that falls due on the way. */
  advanceTo(date: Date): Promise<void>;
  /** Of this app, oldest first. */
  runs(): Awaitable<BenchRun[]>;
  /** Those of a name, oldest first. */
  events(name: string): Awaitable<{ id: string; name: string; data: unknown }[]>;
  /** @returns false when the run has ended already. */
  cancelRun(runId: string): Promise<boolean>;
  /** Cancels the runs of a function whose event an expression holds for. Resolves to their number, if the engine tells. */
  cancelRuns(selection: { functionId: string; if: string }): Promise<number | undefined>;
  readonly controls?: Pick<Controls, "rerun" | "rerunFrom" | "replayEvent" | "invoke" | "skipSleep">;
  close(): Promise<void>;
}

/** What Inngest leaves to the engine to put into words. */
export type Problem =
  | "too-many-steps"
  | "step-output-too-large"
  | "result-too-large"
  | "unreadable-expression";

/** One way of running an engine: the tests are the same on each. */
export interface Bench {
  /** Stands in the names of the tests. */
  name: string;
  /** Starts an engine, or takes one that runs, and syncs the app `app` with these functions. */
  start(build: BuildFunctions, options: BenchOptions): Promise<BenchEngine>;
  /** What the engine does not offer. Tests that need it are skipped, and reported as such. */
  without?: readonly ("steps" | "controls" | "sockets")[];
  /**
   * For an engine whose time cannot be moved: how long a test may wait, as `"20s"` or in milliseconds. Tests that wait
   * longer are skipped. Unset, `advanceTo` is expected to take no time.
   */
  patience?: string | number;
  /** Expectations of the engine's own wording, beyond that the run fails. */
  expectError?: (problem: Problem, run: BenchRun) => void;
}
