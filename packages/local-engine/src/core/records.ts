/** Everything the engine remembers. Times are milliseconds since the epoch; `json` fields hold JSON text. */

/** `Skipped`: the function was paused when it would have been started. */
export type RunStatus = "Queued" | "Running" | "Completed" | "Failed" | "Cancelled" | "Skipped";

export type StepStatus =
  | "planned"
  | "retrying"
  | "sleeping"
  | "waiting"
  | "invoking"
  | "completed"
  | "failed"
  | "cancelled";

/** An error as the SDK serialises it. */
export interface SerializedError {
  name: string;
  message: string;
  stack?: string;
  [key: string]: unknown;
}

export interface EventRecord {
  /** The engine's own id, a ULID; the sender's id is `externalId`. */
  id: string;
  externalId?: string;
  name: string;
  ts: number;
  receivedAt: number;
  /** The event as handlers see it: `{id, name, data, ts, v?, user?}`. */
  json: string;
}

/** One try of a step or of the function body. `error` is set when it failed. */
export interface AttemptRecord {
  attempt: number;
  startedAt: number;
  endedAt: number;
  error?: SerializedError;
}

export interface StepRecord {
  runId: string;
  /** SHA-1 of the step id, as the protocol names steps. */
  id: string;
  op: string;
  /** The id in the user's code. */
  name: string;
  /** The name to show; the id unless the step was given one. */
  displayName: string;
  /** Set on the second and later use of one id in a run. */
  index?: number;
  status: StepStatus;
  /** What the SDK reported about the step (event name, duration, payload, input…). */
  opts?: Record<string, unknown>;
  /** JSON text sent as the step's memo: `{"data":…}`, `{"error":…}`, `{"input":…}`, `null` or an event. */
  memo?: string;
  /** Place among the run's finished steps, from 0. */
  order?: number;
  attempts: AttemptRecord[];
  startedAt: number;
  endedAt?: number;
  /** When a sleep ends or a wait gives up. */
  dueAt?: number;
  /** The run that an invoke started. */
  invokedRunId?: string;
}

export interface RunRecord {
  id: string;
  functionId: string;
  appId: string;
  status: RunStatus;
  eventIds: string[];
  queuedAt: number;
  startedAt?: number;
  endedAt?: number;
  /** JSON text of the handler's return value. */
  output?: string;
  error?: SerializedError;
  /** Failed tries of the function body outside any step. */
  attempts: AttemptRecord[];
  /** Set while parallel steps are pending: each step is called by its id then. */
  parallel: boolean;
  /** The protocol version the SDK chose for this run. */
  requestVersion: number;
  /** Smaller starts earlier: the queue time, less the priority. */
  rank: number;
  /** Milliseconds by which each call is put off: a priority below zero. */
  delay?: number;
  concurrencyKeys: string[];
  singletonKey?: string;
  cron?: string;
  batchId?: string;
  /** The invoke step that waits for this run. */
  invokedBy?: { runId: string; stepId: string };
  /** The run this one repeats. */
  rerunOf?: string;
  /** What `defer()` asked for, by the hash of its id; started when the run has ended. */
  defers?: Record<string, { functionId: string; input: unknown; meta?: unknown; aborted?: boolean }>;
}

/** A piece of an app's own trace of a run. Times are milliseconds since the epoch, with fractions. */
export interface SpanRecord {
  kind: "span";
  /** The span's id, 16 hexadecimal digits. */
  id: string;
  runId: string;
  parentId?: string;
  name: string;
  startedAt: number;
  endedAt: number;
  /** The step within which it happened, as the protocol names steps. */
  stepId?: string;
  attempt?: number;
  failed: boolean;
  /** Why it failed, if the app says so. */
  message?: string;
  attributes: Record<string, unknown>;
}

/** Which part of a run metadata is about; all of it when nothing is given. */
export interface MetadataTarget {
  /** The step's id in the app's code. */
  step?: string;
  /** Which use of that id in the run. */
  index?: number;
  attempt?: number;
  spanId?: string;
}

/** What an app noted about a run or a part of it: metadata, a score, an experiment's choice. */
export interface MetadataRecord {
  kind: "metadata";
  /** Made of the name and the target. */
  id: string;
  runId: string;
  /** `userland.<name>`, `inngest.score`, `inngest.experiment`, `inngest.ai` and the like. */
  name: string;
  target: MetadataTarget;
  values: Record<string, unknown>;
  updatedAt: number;
}

/** What an app tells about a run beside its steps. It is kept as long as the run. */
export type AnnotationRecord = SpanRecord | MetadataRecord;

/** A call that has to be made: a discovery (`stepId` absent) or one step. */
export interface JobRecord {
  id: string;
  runId: string;
  stepId?: string;
  /** The engine itself does the work (`step.fetch`, `step.ai.infer`). */
  gateway?: boolean;
  attempt: number;
  dueAt: number;
  /** How often this call was made. A worker that still holds an earlier one is told apart by it. */
  generation?: number;
  /** Starts the run, once the throttle that counts under this key has a place. */
  throttleKey?: string;
  /** How often in a row there was no worker to make the call to; it is made at once when there is one. */
  unreachable?: number;
  /** The app was gone at the last try, which used up an attempt; the call is repeated soon when the app is back. */
  lost?: boolean;
}

/** A pending debounce or batch. */
export interface PendingStartRecord {
  kind: "debounce" | "batch";
  functionId: string;
  key: string;
  batchId: string;
  eventIds: string[];
  firstAt: number;
  dueAt: number;
}

/**
 * A remembered moment for a key: event ids, idempotency keys, throttle and rate-limit state, paused functions, and
 * what an operation on many runs has done.
 */
export interface MarkRecord {
  kind: "event-id" | "idempotency" | "throttle" | "rate-limit" | "paused" | "bulk";
  key: string;
  value: string;
  expiresAt: number;
}

/** A function that starts no runs. */
export interface PauseRecord {
  functionId: string;
  pausedAt: number;
  /** What became of the runs that were in progress: held until the function is resumed, or cancelled at once. */
  runs: "hold" | "cancel";
}

export interface TriggerConfig {
  event?: string;
  expression?: string;
  cron?: string;
}

interface ConcurrencyConfig {
  limit: number;
  key?: string;
  scope?: "fn" | "env" | "account";
}

/** A function's settings, normalised from what the SDK registers. Durations are milliseconds. */
export interface FunctionConfig {
  id: string;
  appId: string;
  name: string;
  url: string;
  triggers: TriggerConfig[];
  /** Total tries of a step: retries + 1. */
  maxAttempts: number;
  concurrency: ConcurrencyConfig[];
  /** `burst`: runs that may start at once beside `limit`. */
  throttle?: { limit: number; period: number; burst: number; key?: string };
  rateLimit?: { limit: number; period: number; key?: string };
  debounce?: { period: number; timeout?: number; key?: string };
  batch?: { maxSize: number; timeout: number; key?: string; if?: string };
  priority?: string;
  singleton?: { key?: string; mode: "skip" | "cancel" };
  idempotency?: string;
  cancel: { event: string; if?: string; timeout?: string }[];
  timeouts?: { start?: number; finish?: number };
}

export interface AppRecord {
  id: string;
  url: string;
  sdk: string;
  framework?: string;
  /** Hash of the registration; a change means that the app was changed. */
  checksum: string;
  syncedAt: number;
  functions: FunctionConfig[];
  /** Why the last sync failed, if it did. */
  error?: string;
}

export const finishedStatuses: ReadonlySet<RunStatus> = new Set([
  "Completed",
  "Failed",
  "Cancelled",
  "Skipped",
]);

/** True once a step has a result that the function can see. */
export function isSettled(step: StepRecord): boolean {
  return step.status === "completed" || step.status === "failed";
}
