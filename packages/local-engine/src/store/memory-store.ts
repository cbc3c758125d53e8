import { type AnnotationRecord, finishedStatuses, type RunRecord, type StepRecord } from "../core/records.ts";
import type { Change, RetentionPolicy, Store, TableName, Tables } from "../core/store.ts";
import { createMemoryReader } from "./memory-reader.ts";

type Rows = { [Table in TableName]: Map<string, Tables[Table]> };

/** Keeps everything in the process; nothing outlives it. */
export function createMemoryStore(): Store {
  const rows: Rows = {
    apps: new Map(),
    events: new Map(),
    runs: new Map(),
    steps: new Map(),
    jobs: new Map(),
    pendingStarts: new Map(),
    marks: new Map(),
    annotations: new Map(),
  };
  const stepsByRun = new Map<string, Map<string, StepRecord>>();
  const annotationsByRun = new Map<string, Map<string, AnnotationRecord>>();
  const runsByEvent = new Map<string, Set<string>>();

  const stepsOf = (runId: string) => [...(stepsByRun.get(runId)?.values() ?? [])];

  const runsOfEvent = (eventId: string) =>
    [...(runsByEvent.get(eventId) ?? [])].flatMap((id) => rows.runs.get(id) ?? []);
  const annotationsOf = (runId: string) => [...(annotationsByRun.get(runId)?.values() ?? [])];

  function index(change: Change) {
    if (change.table === "steps" && change.row) {
      const steps = stepsByRun.get(change.row.runId) ?? new Map<string, StepRecord>();
      steps.set(change.row.id, change.row);
      stepsByRun.set(change.row.runId, steps);
    }
    if (change.table === "annotations" && change.row) {
      const annotations = annotationsByRun.get(change.row.runId) ?? new Map<string, AnnotationRecord>();
      annotationsByRun.set(change.row.runId, annotations.set(change.row.id, change.row));
    }
    if (change.table === "runs" && change.row) {
      for (const eventId of change.row.eventIds) {
        runsByEvent.set(eventId, (runsByEvent.get(eventId) ?? new Set()).add(change.row.id));
      }
    }
  }

  function forgetRun(run: RunRecord) {
    rows.runs.delete(run.id);
    for (const step of stepsOf(run.id)) rows.steps.delete(`${run.id}/${step.id}`);
    stepsByRun.delete(run.id);
    for (const { id } of annotationsOf(run.id)) rows.annotations.delete(`${run.id}/${id}`);
    annotationsByRun.delete(run.id);
    for (const eventId of run.eventIds) runsByEvent.get(eventId)?.delete(run.id);
  }

  return {
    load: () => ({
      apps: [...rows.apps.values()],
      runs: [...rows.runs.values()]
        .filter((run) => !finishedStatuses.has(run.status))
        .map((run) => ({
          run,
          steps: stepsOf(run.id),
        })),
      jobs: [...rows.jobs.values()],
      pendingStarts: [...rows.pendingStarts.values()],
      newestTime: newestTimeOf(rows),
    }),
    commit(changes) {
      for (const change of changes) {
        write(rows, change);
        index(change);
      }
    },
    ...createMemoryReader(rows, runsOfEvent),
    event: (id) => rows.events.get(id),
    run: (id) => rows.runs.get(id),
    runsOfEvent,
    steps: stepsOf,
    annotations: annotationsOf,
    mark: (kind, key) => rows.marks.get(`${kind}:${key}`),
    prune(policy, now) {
      pruneRuns(rows, policy, now, forgetRun);
      pruneEvents(rows, policy, now, (eventId) => (runsByEvent.get(eventId)?.size ?? 0) > 0);
      for (const [key, mark] of rows.marks) if (mark.expiresAt <= now) rows.marks.delete(key);
      return false;
    },
    close() {},
  };
}

function newestTimeOf({ events, runs }: Rows): number | undefined {
  const times = [[...events.values()].at(-1)?.receivedAt, [...runs.values()].at(-1)?.queuedAt];
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function write(rows: Rows, change: Change): void {
  const table: Map<string, unknown> = rows[change.table];
  if (change.row === undefined) table.delete(change.key);
  else table.set(change.key, change.row);
}

function pruneRuns(rows: Rows, policy: RetentionPolicy, now: number, forget: (run: RunRecord) => void): void {
  const finished = [...rows.runs.values()].filter((run) => finishedStatuses.has(run.status));
  const excess = finished.length - policy.maxRuns;
  for (const [position, run] of finished.entries()) {
    if (position < excess || (run.endedAt ?? now) < now - policy.maxAge) forget(run);
  }
}

function pruneEvents(
  rows: Rows,
  policy: RetentionPolicy,
  now: number,
  isUsed: (eventId: string) => boolean,
): void {
  let excess = rows.events.size - policy.maxEvents;
  for (const event of rows.events.values()) {
    if (excess <= 0 && event.receivedAt >= now - policy.maxAge) break;
    if (isUsed(event.id)) continue;
    rows.events.delete(event.id);
    excess--;
  }
}
