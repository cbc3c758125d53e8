import { createOrderedQueue, type OrderedQueue } from "./ordered-queue.ts";
import type {
  AppRecord,
  EventRecord,
  FunctionConfig,
  JobRecord,
  PendingStartRecord,
  RunRecord,
  StepRecord,
  TriggerConfig,
} from "./records.ts";
import type { Change, Store, TableName, Tables } from "./store.ts";

/** A run in progress with everything needed to call it. */
export interface ActiveRun {
  record: RunRecord;
  /** Read when they are asked for: a run in line holds none of them in memory. */
  readonly events: EventRecord[];
  steps: Map<string, StepRecord>;
  /** Ids of the steps that have no result yet, of whatever kind. */
  pending: Set<string>;
  /** Ids of finished steps in the order in which they finished. */
  stack: string[];
  /** Bytes of all memos, against the limit of a run's state. */
  stateBytes: number;
  jobs: Map<string, JobRecord>;
  /** The discovery that is queued or in flight. */
  discoveryJobId?: string;
  /** Another discovery has to follow the one in flight. */
  rediscover: boolean;
}

/** A call of a run that is to be made. */
export interface DueJob {
  run: ActiveRun;
  job: JobRecord;
}

/** A run that is to go on, or to be cancelled, when an event arrives. */
export interface Listener {
  id: string;
  runId: string;
  /** The step that waits; absent for `cancelOn`. */
  stepId?: string;
  expression?: string;
  expiresAt?: number;
}

export type TimerPayload =
  | { kind: "job"; runId: string; jobId: string }
  | { kind: "step"; runId: string; stepId: string }
  | { kind: "pending-start"; key: string }
  | { kind: "throttle"; functionId: string; key: string }
  | { kind: "cron"; functionId: string; cron: string; dueAt: number }
  | { kind: "held-runs"; functionId: string }
  | { kind: "run-start-timeout" | "run-finish-timeout"; runId: string };

/** Something changed that a watcher may want to show. */
export type Notice =
  | { type: "event"; id: string; name: string }
  | { type: "run"; id: string; functionId: string; status: RunRecord["status"] }
  | { type: "annotations"; id: string }
  | { type: "apps" };

export interface EngineState {
  readonly store: Store;
  readonly apps: Map<string, AppRecord>;
  readonly functions: Map<string, FunctionConfig>;
  readonly runs: Map<string, ActiveRun>;
  /** Runs of singleton functions, by `singletonName`. */
  readonly singletons: Map<string, ActiveRun>;
  readonly timers: OrderedQueue<TimerPayload>;
  readonly pendingStarts: Map<string, PendingStartRecord>;
  /** By event name. */
  readonly listeners: Map<string, Map<string, Listener>>;
  /** The step that waits for a signal, by the signal. */
  readonly signals: Map<string, Required<Pick<Listener, "id" | "runId" | "stepId">>>;
  triggersFor(eventName: string): { config: FunctionConfig; trigger: TriggerConfig }[];
  rebuildTriggers(): void;
  put<Table extends TableName>(table: Table, key: string, row: Tables[Table]): void;
  remove(table: TableName, key: string): void;
  /** The row as it will be after the next commit. */
  pendingRow<Table extends TableName>(table: Table, key: string): Tables[Table] | undefined;
  notify(notice: Notice): void;
  takeChanges(): Change[];
  /** Takes changes back that could not be committed; what was put since then stands. */
  putBack(changes: readonly Change[]): void;
  takeNotices(): Notice[];
}

/** The state machine's working memory: what is in progress, and the changes not yet committed. */
export function createState(store: Store, nextTieBreak?: () => number): EngineState {
  const functions = new Map<string, FunctionConfig>();
  const exactTriggers = new Map<string, { config: FunctionConfig; trigger: TriggerConfig }[]>();
  let prefixTriggers: { prefix: string; config: FunctionConfig; trigger: TriggerConfig }[] = [];
  let changes = new Map<string, Change>();
  let notices = new Map<string, Notice>();

  function rebuildTriggers() {
    exactTriggers.clear();
    prefixTriggers = [];
    for (const config of functions.values()) {
      for (const trigger of config.triggers) {
        if (trigger.event === undefined) continue;
        if (trigger.event.endsWith("*")) {
          prefixTriggers.push({ prefix: trigger.event.slice(0, -1), config, trigger });
        } else {
          const list = exactTriggers.get(trigger.event) ?? [];
          list.push({ config, trigger });
          exactTriggers.set(trigger.event, list);
        }
      }
    }
  }

  return {
    store,
    apps: new Map(),
    functions,
    runs: new Map(),
    singletons: new Map(),
    timers: createOrderedQueue<TimerPayload>(nextTieBreak),
    pendingStarts: new Map(),
    listeners: new Map(),
    signals: new Map(),
    triggersFor: (eventName) => [
      ...(exactTriggers.get(eventName) ?? []),
      ...prefixTriggers.filter(({ prefix }) => eventName.startsWith(prefix)),
    ],
    rebuildTriggers,
    put(table, key, row) {
      changes.set(`${table}:${key}`, toChange(table, key, row));
    },
    remove(table, key) {
      changes.set(`${table}:${key}`, toChange(table, key, undefined));
    },
    pendingRow(table, key) {
      return rowOf(table, changes.get(`${table}:${key}`));
    },
    notify(notice) {
      notices.set(`${notice.type}:${"id" in notice ? notice.id : ""}`, notice);
    },
    takeChanges() {
      const taken = [...changes.values()];
      changes = new Map();
      return taken;
    },
    putBack(taken) {
      const earlier = new Map(taken.map((change) => [`${change.table}:${change.key}`, change]));
      changes = new Map([...earlier, ...changes]);
    },
    takeNotices() {
      const taken = [...notices.values()];
      notices = new Map();
      return taken;
    },
  };
}

/** Guarantee: `put` and `remove` type the row by the table, which the union of changes repeats. */
function toChange<Table extends TableName>(
  table: Table,
  key: string,
  row: Tables[Table] | undefined,
): Change {
  return { table, key, row } as Change;
}

/** Guarantee: changes are filed under `<table>:<key>`, so the change found has that table's row. */
function rowOf<Table extends TableName>(
  _table: Table,
  change: Change | undefined,
): Tables[Table] | undefined {
  return change?.row as Tables[Table] | undefined;
}

/** Under what a run excludes others of its function; undefined when it does not. */
export function singletonName(run: Pick<RunRecord, "functionId" | "singletonKey">): string | undefined {
  return run.singletonKey === undefined ? undefined : `${run.functionId}:${run.singletonKey}`;
}

export function stepKey(runId: string, stepId: string): string {
  return `${runId}/${stepId}`;
}

/** Adds a listener to the index by event name. */
export function addListener(state: EngineState, eventName: string, listener: Listener): void {
  const listeners = state.listeners.get(eventName) ?? new Map<string, Listener>();
  listeners.set(listener.id, listener);
  state.listeners.set(eventName, listeners);
}

export function removeListener(state: EngineState, eventName: string, id: string): void {
  const listeners = state.listeners.get(eventName);
  if (!listeners) return;
  listeners.delete(id);
  if (listeners.size === 0) state.listeners.delete(eventName);
}

/** Forgets that a step waits for a signal, unless another has taken its place. */
export function removeSignal(state: EngineState, signal: string, id: string): void {
  if (state.signals.get(signal)?.id === id) state.signals.delete(signal);
}
