import type {
  AttemptRecord,
  FunctionConfig,
  RunStatus,
  SerializedError,
  StepStatus,
} from "../core/records.ts";

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
}

export interface RunDetail extends RunSummary {
  events: EventDetail[];
  output?: Payload;
  error?: SerializedError;
  /** Failed tries of the function's body outside any step. */
  attempts: AttemptRecord[];
  steps: StepView[];
  /** The run whose step waits for this one. */
  invokedBy?: { runId: string; stepId: string };
  /** False when the function is no longer registered, so that nothing can be rerun. */
  canRerun: boolean;
}

/** One page of a list, newest first. `more` tells whether older rows exist. */
export interface Page<Row> {
  rows: Row[];
  more: boolean;
}

/** An address at which an app is expected, and how the last look at it went. */
export interface AppView {
  url: string;
  id?: string;
  sdk?: string;
  framework?: string;
  syncedAt?: number;
  error?: string;
  functions: FunctionConfig[];
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
