import type { SQLInputValue, SQLOutputValue } from "node:sqlite";
import type { EventRecord, RunRecord, StepRecord } from "../core/records.ts";
import type { EventQuery, RunQuery, Store, StoredState, TableName, Tables } from "../core/store.ts";
import type { Prepare } from "./sqlite-statements.ts";

type Row = Record<string, SQLOutputValue>;
type Condition = [sql: string, value: SQLInputValue | undefined];

const defaultLimit = 100;

/** The reading half of the SQLite store. */
export function createReader(
  prepare: Prepare,
): Pick<Store, "load" | "event" | "events" | "run" | "runs" | "runsOfEvent" | "steps" | "mark"> {
  const event = (id: string) => mapOptional(prepare("SELECT * FROM events WHERE id = ?").get(id), toEvent);
  const steps = (runId: string) =>
    prepare("SELECT * FROM steps WHERE run_id = ? ORDER BY sequence").all(runId).map(toStep);
  const select = (table: string, conditions: Condition[], limit: number) => {
    const used = conditions.filter(([, value]) => value !== undefined);
    const where = used.length === 0 ? "" : `WHERE ${used.map(([sql]) => sql).join(" AND ")}`;
    const values = used.flatMap(([, value]) => (value === undefined ? [] : [value]));
    return prepare(`SELECT * FROM ${table} ${where} ORDER BY id DESC LIMIT ?`).all(...values, limit);
  };

  return {
    load: () => load(prepare, event, steps),
    event,
    events: (query) => select("events", eventConditions(query), limitOf(query)).map(toEvent),
    run: (id) => mapOptional(prepare("SELECT * FROM runs WHERE id = ?").get(id), toRun),
    runs: (query) => select("runs", runConditions(query), limitOf(query)).map(toRun),
    runsOfEvent: (eventId) =>
      prepare(
        "SELECT runs.* FROM run_events JOIN runs ON runs.id = run_id WHERE event_id = ? ORDER BY run_id",
      )
        .all(eventId)
        .map(toRun),
    steps,
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

function load(prepare: Prepare, event: Store["event"], steps: Store["steps"]): StoredState {
  const all = <Table extends TableName>(sql: string, table: Table) =>
    prepare(sql)
      .all()
      .map(({ row }) => parseRow(table, row));
  const runs = prepare("SELECT * FROM runs WHERE ended_at IS NULL ORDER BY id").all().map(toRun);
  return {
    apps: all("SELECT row FROM apps", "apps"),
    runs: runs.map((run) => ({
      run,
      events: run.eventIds.map((id) => event(id) ?? missingEvent(id, run.id)),
      steps: steps(run.id),
    })),
    jobs: all("SELECT row FROM jobs ORDER BY key", "jobs"),
    pendingStarts: all("SELECT row FROM pending_starts", "pendingStarts"),
  };
}

function missingEvent(id: string, runId: string): never {
  throw new Error(`the event ${id} of the run ${runId} is missing`);
}

function eventConditions(query: EventQuery): Condition[] {
  return [
    ["name = ?", query.name],
    ["received_at > ?", query.receivedAfter],
    ["received_at < ?", query.receivedBefore],
    ["id < ?", query.before],
    ["substr(name, 1, 8) <> ?", query.excludeInternal ? "inngest/" : undefined],
    ["(id || ' ' || json) LIKE ? ESCAPE '\\'", likePattern(query.search)],
  ];
}

function likePattern(search: string | undefined): string | undefined {
  return search === undefined ? undefined : `%${search.replace(/[\\%_]/g, "\\$&")}%`;
}

const runsWithText = `id IN (SELECT run_id FROM run_events JOIN events ON events.id = event_id
  WHERE (run_id || ' ' || events.id || ' ' || json) LIKE ? ESCAPE '\\')`;

function runConditions(query: RunQuery): Condition[] {
  return [
    ["function_id = ?", query.functionId],
    ["app_id = ?", query.appId],
    ["status = ?", query.status],
    ["queued_at > ?", query.queuedAfter],
    ["queued_at < ?", query.queuedBefore],
    ["id < ?", query.before],
    [runsWithText, likePattern(query.search)],
  ];
}

function limitOf({ limit = defaultLimit }: { limit?: number }): number {
  return Math.min(limit, Number.MAX_SAFE_INTEGER);
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
