import type { SQLInputValue } from "node:sqlite";
import type { EventQuery, RunQuery } from "../core/store.ts";

/** A part of a WHERE clause. A slow one reads texts of any size, or other tables. */
export interface Condition {
  sql: string;
  values: SQLInputValue[];
  isSlow?: boolean;
}

/** The conditions of a query; `slow` ones are asked only of rows that fulfil the others. */
export function eventConditions(query: EventQuery): Condition[] {
  return [
    ...one("name = ?", query.name),
    ...one("received_at > ?", query.receivedAfter),
    ...one("received_at < ?", query.receivedBefore),
    ...one("id < ?", query.before),
    ...one("substr(name, 1, 8) <> ?", query.excludeInternal ? "inngest/" : undefined),
    ...startedRun(query),
    ...slow("(events.id || ' ' || events.json) LIKE ? ESCAPE '\\'", likePattern(query.search)),
  ];
}

export function runConditions(query: RunQuery): Condition[] {
  const { statuses, search } = query;
  const pattern = likePattern(search);
  return [
    ...one("function_id = ?", query.functionId),
    ...one("app_id = ?", query.appId),
    ...one("status = ?", query.status),
    ...(statuses
      ? [{ sql: `status IN (${statuses.map(() => "?").join(", ")})`, values: [...statuses] }]
      : []),
    ...one("queued_at > ?", query.queuedAfter),
    ...one("queued_at < ?", query.queuedBefore),
    ...one("ifnull(ended_at, 9e15) > ?", query.endedAfter),
    ...one("runs.id < ?", query.before),
    ...one("runs.id > ?", query.after),
    ...slow(`EXISTS (${eventsOfRun} AND events.name = ?)`, query.eventName),
    ...(pattern === undefined ? [] : [{ sql: runText, values: Array(4).fill(pattern), isSlow: true }]),
  ];
}

/** A run's events by the ids in its row, each found by its key. */
const eventsOfRun =
  "SELECT 1 FROM json_each(runs.row, '$.eventIds') AS listed JOIN events ON events.id = listed.value WHERE 1";

const runText = `(runs.id LIKE ? ESCAPE '\\' OR output LIKE ? ESCAPE '\\'
  OR json_extract(row, '$.error') LIKE ? ESCAPE '\\'
  OR EXISTS (${eventsOfRun} AND (events.id || ' ' || events.json) LIKE ? ESCAPE '\\'))`;

function startedRun({ functionId, runStatus }: EventQuery): Condition[] {
  const asked = [...one("runs.function_id = ?", functionId), ...one("runs.status = ?", runStatus)];
  if (asked.length === 0) return [];
  const wanted = asked.map(({ sql }) => ` AND ${sql}`).join("");
  const sql = `EXISTS (SELECT 1 FROM run_events JOIN runs ON runs.id = run_id WHERE event_id = events.id${wanted})`;
  return [{ sql, values: asked.flatMap(({ values }) => values), isSlow: true }];
}

function one(sql: string, value: SQLInputValue | undefined): Condition[] {
  return value === undefined ? [] : [{ sql, values: [value] }];
}

function slow(sql: string, value: SQLInputValue | undefined): Condition[] {
  return one(sql, value).map((condition) => ({ ...condition, isSlow: true }));
}

function likePattern(search: string | undefined): string | undefined {
  return search === undefined ? undefined : `%${search.replace(/[\\%_]/g, "\\$&")}%`;
}
