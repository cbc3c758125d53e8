import type {
  AttemptRecord,
  FunctionConfig,
  PauseRecord,
  RunStatus,
  SerializedError,
  StepStatus,
} from "../core/records.ts";

import type { BulkProgress, BulkRequest } from "../engine/bulk-request.ts";

export type {
  AttemptRecord,
  FunctionConfig,
  RunStatus,
  SerializedError,
  StepStatus,
  TriggerConfig,
} from "../core/records.ts";

/** What the dashboard's API answers. Times are milliseconds since the epoch. */

/** JSON text. Of a large value only the beginning is sent; `bytes` is the size of the whole. */
export interface Payload {
  text: string;
  bytes: number;
  complete: boolean;
}

export interface RunSummary {
  id: string;
  functionId: string;
  functionName: string;
  appId: string;
  status: RunStatus;
  eventIds: string[];
  /** The name of the first event. */
  eventName?: string;
  queuedAt: number;
  startedAt?: number;
  endedAt?: number;
  cron?: string;
  rerunOf?: string;
  /** `name: message` of the error, on one line. */
  errorText?: string;
}

export interface EventSummary {
  id: string;
  /** The sender's own id. */
  externalId?: string;
  name: string;
  ts: number;
  receivedAt: number;
  /** The beginning of the event's data. */
  preview: string;
  runs: { id: string; status: RunStatus; functionName: string }[];
}

export interface EventDetail extends EventSummary {
  body: Payload;
}

/** A piece of the app's own trace. */
export interface SpanView {
  id: string;
  name: string;
  startedAt: number;
  endedAt: number;
  /** The step within which it happened. */
  stepId?: string;
  attempt?: number;
  /** How many spans stand around it. */
  depth: number;
  failed: boolean;
  /** Why it failed. */
  message?: string;
  attributes: Payload;
}

/** What the app noted: metadata, a score, an experiment's choice. */
export interface MetadataView {
  name: string;
  values: Payload;
}

export interface StepView {
  id: string;
  op: string;
  name: string;
  displayName: string;
  index?: number;
  status: StepStatus;
  /** The arguments given to the step's function. */
  input?: Payload;
  /** Everything else that the SDK reported about the step. */
  options?: Payload;
  output?: Payload;
  error?: SerializedError;
  attempts: AttemptRecord[];
  startedAt: number;
  endedAt?: number;
  dueAt?: number;
  invokedRunId?: string;
  metadata?: MetadataView[];
}

export interface RunDetail extends RunSummary {
  events: EventDetail[];
  output?: Payload;
  error?: SerializedError;
  /** Failed tries of the function's body outside any step. */
  attempts: AttemptRecord[];
  steps: StepView[];
  /** In the order of time. */
  spans?: SpanView[];
  /** What is about the run as a whole. */
  metadata?: MetadataView[];
  /** The run whose step waits for this one. */
  invokedBy?: { runId: string; stepId: string };
  /** False when the function is no longer registered, so that nothing can be rerun. */
  canRerun: boolean;
}

/** One page of a list, newest first. A page of a search may hold few rows, or none, although older ones follow. */
export interface Page<Row> {
  rows: Row[];
  /** What the next page is asked for with, as `before`; absent when nothing older is left. */
  next?: string;
}

/** An address at which an app is expected, and how the last look at it went. */
export interface AppView {
  url: string;
  id?: string;
  sdk?: string;
  framework?: string;
  syncedAt?: number;
  error?: string;
  functions: FunctionView[];
}

export interface FunctionView extends FunctionConfig {
  paused?: PauseView;
}

export type PauseView = Omit<PauseRecord, "functionId">;

export type BulkProgressView = BulkProgress;
export type BulkRequestView = BulkRequest & { statuses: readonly RunStatus[] };

/** How many runs an operation would act on, and how many it takes at most. */
export interface BulkPreview {
  matching: number;
  limit: number;
}

/** Whether the page has to ask for the signing key. */
export interface Session {
  required: boolean;
  signedIn: boolean;
}

/** What a function did in one stretch of time. Durations are milliseconds. */
export interface MetricsBucket {
  start: number;
  end: number;
  /** Runs that were queued. */
  queued: number;
  /** Runs that ended, and how many of them failed. */
  ended: number;
  failed: number;
  /** How long the runs that ended took, from their first call on. */
  duration?: Spread;
  /** How long the runs that began had waited for their first call. */
  waiting?: Spread;
  /** Runs that waited for their first call at the end of the stretch. */
  backlog: number;
}

/** Half of the values are at most `p50`, 99 of 100 at most `p99`. */
export interface Spread {
  p50: number;
  p99: number;
}

export interface FunctionMetrics {
  functionId: string;
  functionName: string;
  /** Over the whole time asked for. */
  total: MetricsBucket;
  buckets: MetricsBucket[];
}

export interface Metrics {
  from: number;
  to: number;
  functions: FunctionMetrics[];
  /** False when there were more runs than are looked at; then the oldest are missing. */
  complete: boolean;
}

/** An event with all that followed from it. */
export interface CascadeEvent {
  id: string;
  name: string;
  receivedAt: number;
  runs: CascadeRun[];
  /** Events that name this one as their cause and that no step is known to have sent. */
  caused: CascadeEvent[];
  /** It stands elsewhere in the cascade already, with what follows from it. */
  isRepeated: boolean;
}

export interface CascadeRun {
  id: string;
  functionName: string;
  status: RunStatus;
  queuedAt: number;
  startedAt?: number;
  endedAt?: number;
  steps: CascadeStep[];
  /** The engine's events about its end, where a function listens to them, as `onFailure` does. */
  ended: CascadeEvent[];
  isRepeated: boolean;
}

export interface CascadeStep {
  id: string;
  name: string;
  op: string;
  status: StepStatus;
  sent: CascadeEvent[];
  invoked?: CascadeRun;
  /** The event for which the step waited. */
  received?: { id: string; name: string };
}

export interface Cascade {
  /** What was asked for. */
  focus: string;
  /** Where it all began, as far as that is stored. */
  roots: CascadeEvent[];
  /** False when it was too large to be shown whole. */
  complete: boolean;
}

/** An event name that can be sent, with where it is known from. */
export interface EventName {
  name: string;
  /** How many functions it triggers. */
  functions: number;
  examples: number;
  lastSentAt?: number;
}

/** JSON texts of whole events to begin from: the last one sent under a name, and examples. */
export interface Prefill {
  last?: string;
  examples: string[];
}

/** Where the system is that the engine is part of; empty when nobody said. */
export interface Home {
  home?: string | undefined;
}

/** What changed since the last message; after `overflow`, anything may have. */
export interface Change {
  runs: string[];
  events: boolean;
  apps: boolean;
  overflow: boolean;
}

/** A message that was published over realtime. Nothing of it is stored, so a large one is shown only in part. */
export interface RealtimeMessageView {
  id: string;
  kind: "data" | "datastream-start" | "chunk" | "datastream-end";
  channel: string;
  topic: string;
  payload: Payload;
  createdAt: number;
  runId?: string | undefined;
  streamId?: string | undefined;
}
