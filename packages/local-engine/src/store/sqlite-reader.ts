import type { SQLOutputValue } from "node:sqlite";
import type { EventRecord, RunRecord, StepRecord } from "../core/records.ts";
import type { RunTimes, Store, StoredState, TableName, Tables } from "../core/store.ts";
import { eventConditions, runConditions } from "./sqlite-conditions.ts";
import { createSelect, createSlowSearch } from "./sqlite-select.ts";
import type { Prepare } from "./sqlite-statements.ts";

type Row = Record<string, SQLOutputValue>;

/** The reading half of the SQLite store. */
export function createReader(prepare: Prepare): Omit<Store, "commit" | "prune" | "close"> {
  const event = (id: string) => mapOptional(prepare("SELECT * FROM events WHERE id = ?").get(id), toEvent);
  const steps = (runId: string) =>
    prepare("SELECT * FROM steps WHERE run_id = ? ORDER BY sequence").all(runId).map(toStep);
  const run = (id: string) => mapOptional(prepare("SELECT * FROM runs WHERE id = ?").get(id), toRun);
  const select = createSelect(prepare);
  const search = createSlowSearch(prepare);

  return {
    load: () => load(prepare),
    event,
    events: (query) => select("*", "events", eventConditions(query), query).map(toEvent),
    findEvents: (query, within) => search("events", eventConditions(query), query, within, event),
    run,
    runs: (query) => select("*", "runs", runConditions(query), query).map(toRun),
    findRuns: (query, within) => search("runs", runConditions(query), query, within, run),
    countRuns: (query) =>
      Number(select("count(*) AS count", "runs", runConditions(query), {})[0]?.count ?? 0),
    runTimes: (query) => select(timeColumns, "runs", runConditions(query), query).map(toRunTimes),
    runsOfEvent: (eventId) =>
      prepare(
        "SELECT runs.* FROM run_events JOIN runs ON runs.id = run_id WHERE event_id = ? ORDER BY run_id",
      )
        .all(eventId)
        .map(toRun),
    steps,
    annotations: (runId) =>
      prepare("SELECT row FROM annotations WHERE run_id = ? ORDER BY sequence")
        .all(runId)
        .map(({ row }) => parseRow("annotations", row)),
    mark(kind, key) {
      const row = prepare("SELECT * FROM marks WHERE key = ?").get(`${kind}:${key}`);
      return mapOptional(row, ({ value, expires_at }) => ({
        kind,
        key,
        value: String(value),
        expiresAt: Number(expires_at),
      }));
    },
  };
}

function load(prepare: Prepare): StoredState {
  const all = <Table extends TableName>(sql: string, table: Table) =>
    prepare(sql)
      .all()
      .map(({ row }) => parseRow(table, row));
  const runs = new Map<string, StoredState["runs"][number]>();
  for (const row of prepare("SELECT * FROM runs WHERE ended_at IS NULL ORDER BY id").iterate()) {
    const run = toRun(row);
    runs.set(run.id, { run, steps: [] });
  }
  for (const row of prepare(stepsInProgress).iterate()) {
    const step = toStep(row);
    runs.get(step.runId)?.steps.push(step);
  }
  const missing = prepare(missingEvents).get();
  if (missing) throw new Error(`the event ${missing.event_id} of the run ${missing.run_id} is missing`);
  const newest = prepare(newestTime).get()?.time;
  return {
    apps: all("SELECT row FROM apps", "apps"),
    runs: [...runs.values()],
    jobs: all("SELECT row FROM jobs ORDER BY key", "jobs"),
    pendingStarts: all("SELECT row FROM pending_starts", "pendingStarts"),
    ...(typeof newest === "number" ? { newestTime: newest } : {}),
  };
}

const newestTime = `SELECT max(time) AS time FROM (
  SELECT * FROM (SELECT received_at AS time FROM events ORDER BY id DESC LIMIT 1)
  UNION ALL SELECT * FROM (SELECT queued_at AS time FROM runs ORDER BY id DESC LIMIT 1))`;

const stepsInProgress = `SELECT steps.* FROM runs JOIN steps ON steps.run_id = runs.id
  WHERE runs.ended_at IS NULL ORDER BY runs.id, steps.sequence`;

const missingEvents = `SELECT runs.id AS run_id, listed.value AS event_id
  FROM runs, json_each(runs.row, '$.eventIds') AS listed
  WHERE runs.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM events WHERE events.id = listed.value) LIMIT 1`;

const timeColumns =
  "function_id, status, queued_at, ended_at, json_extract(row, '$.startedAt') AS started_at";

function toRunTimes(row: Row): RunTimes {
  return {
    functionId: String(row.function_id),
    status: toStatus(row.status),
    queuedAt: Number(row.queued_at),
    ...(row.started_at === null ? {} : { startedAt: Number(row.started_at) }),
    ...(row.ended_at === null ? {} : { endedAt: Number(row.ended_at) }),
  };
}

function toEvent(row: Row): EventRecord {
  return {
    id: String(row.id),
    ...(row.external_id === null ? {} : { externalId: String(row.external_id) }),
    name: String(row.name),
    ts: Number(row.ts),
    receivedAt: Number(row.received_at),
    json: String(row.json),
  };
}

function toRun(row: Row): RunRecord {
  return {
    ...parseRow("runs", row.row),
    id: String(row.id),
    functionId: String(row.function_id),
    appId: String(row.app_id),
    status: toStatus(row.status),
    queuedAt: Number(row.queued_at),
    ...(row.ended_at === null ? {} : { endedAt: Number(row.ended_at) }),
    ...(row.output === null ? {} : { output: String(row.output) }),
  };
}

function toStep(row: Row): StepRecord {
  return {
    ...parseRow("steps", row.row),
    runId: String(row.run_id),
    id: String(row.id),
    ...(row.memo === null ? {} : { memo: String(row.memo) }),
  };
}

function mapOptional<Result>(row: Row | undefined, map: (row: Row) => Result): Result | undefined {
  return row && map(row);
}

/** Guarantee: the `row` column of a table was written by this package from that table's record. */
function parseRow<Table extends TableName>(_table: Table, json: SQLOutputValue | undefined): Tables[Table] {
  return JSON.parse(String(json)) as Tables[Table];
}

/** Guarantee: the column holds a status written by this package. */
function toStatus(value: SQLOutputValue | undefined): RunRecord["status"] {
  return String(value) as RunRecord["status"];
}
