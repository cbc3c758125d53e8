import type {
  AnnotationRecord,
  AppRecord,
  EventRecord,
  JobRecord,
  MarkRecord,
  PendingStartRecord,
  RunRecord,
  RunStatus,
  StepRecord,
} from "./records.ts";

/** The tables and what a row of each holds. */
export interface Tables {
  apps: AppRecord;
  events: EventRecord;
  runs: RunRecord;
  steps: StepRecord;
  jobs: JobRecord;
  pendingStarts: PendingStartRecord;
  marks: MarkRecord;
  annotations: AnnotationRecord;
}

export type TableName = keyof Tables;

/** One row to write, or one to delete. */
export type Change = {
  [Table in TableName]: { table: Table; key: string; row: Tables[Table] | undefined };
}[TableName];

/** What the engine needs to go on after a restart: everything that is not finished. */
export interface StoredState {
  apps: AppRecord[];
  /** Their events are in the store for as long as they are. */
  runs: { run: RunRecord; steps: StepRecord[] }[];
  jobs: JobRecord[];
  pendingStarts: PendingStartRecord[];
  /** When the newest event came and the newest run was queued: a time that has certainly passed. */
  newestTime?: number;
}

export interface EventQuery {
  name?: string;
  /** Text to find in the event's name, id or data. */
  search?: string;
  /** Only events that started a run of this function, or one with this status; both are asked of the same run. */
  functionId?: string;
  runStatus?: RunStatus;
  receivedAfter?: number;
  receivedBefore?: number;
  /** Only events older than this id: the paging cursor. */
  before?: string;
  /** Leaves out the engine's own `inngest/…` events. */
  excludeInternal?: boolean;
  limit?: number;
}

export interface RunQuery {
  functionId?: string;
  appId?: string;
  status?: RunStatus;
  statuses?: readonly RunStatus[];
  /** The name of one of its events. */
  eventName?: string;
  /** Text to find in the run's id, output or error, or in the name, id or data of one of its events. */
  search?: string;
  /** Only runs older than this id: the paging cursor. */
  before?: string;
  /** Only runs newer than this id. */
  after?: string;
  queuedAfter?: number;
  queuedBefore?: number;
  /** Runs that have not ended count as well. */
  endedAfter?: number;
  oldestFirst?: boolean;
  limit?: number;
}

/** What a search found within its time. */
export interface Found<Row> {
  rows: Row[];
  /** The id to go on `before`; absent when everything was looked at. */
  next?: string;
}

/** When a run was queued, began and ended. */
export interface RunTimes {
  functionId: string;
  status: RunStatus;
  queuedAt: number;
  startedAt?: number;
  endedAt?: number;
}

export interface RetentionPolicy {
  maxRuns: number;
  maxEvents: number;
  /** Milliseconds that a finished run and its events are kept. */
  maxAge: number;
}

/** Where the engine keeps its records. All methods are synchronous; lists are newest first. */
export interface Store {
  load(): StoredState;
  /** Writes all changes or none. Once it returns they survive the end of the process. */
  commit(changes: readonly Change[]): void;
  event(id: string): EventRecord | undefined;
  events(query: EventQuery): EventRecord[];
  run(id: string): RunRecord | undefined;
  runs(query: RunQuery): RunRecord[];
  /**
   * As `events`, but looks at rows for no longer than `within` milliseconds, however many and large they are: nothing
   * else happens meanwhile.
   */
  findEvents(query: EventQuery, within: number): Found<EventRecord>;
  findRuns(query: RunQuery, within: number): Found<RunRecord>;
  countRuns(query: RunQuery): number;
  /** The newest `limit` runs. */
  runTimes(query: RunQuery): RunTimes[];
  runsOfEvent(eventId: string): RunRecord[];
  /** A run's steps in the order in which they began. */
  steps(runId: string): StepRecord[];
  /** What the app told about a run, in the order in which it came first. */
  annotations(runId: string): AnnotationRecord[];
  mark(kind: MarkRecord["kind"], key: string): MarkRecord | undefined;
  /**
   * Deletes what the policy no longer keeps; never anything a run in progress needs.
   * @param within milliseconds after which it stops for now, since nothing else happens meanwhile; all at once unless given
   * @returns whether there is more to delete.
   */
  prune(policy: RetentionPolicy, now: number, within?: number): boolean;
  close(): void;
}
