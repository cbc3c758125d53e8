import type { SQLOutputValue } from "node:sqlite";
import type { Found } from "../core/store.ts";
import type { Condition } from "./sqlite-conditions.ts";
import type { Prepare } from "./sqlite-statements.ts";

interface Paging {
  limit?: number;
  oldestFirst?: boolean;
}

const defaultLimit = 100;

/** Rows of a table that fulfil all conditions, newest first unless asked otherwise. */
export function createSelect(prepare: Prepare) {
  return (
    columns: string,
    table: "events" | "runs",
    conditions: Condition[],
    { limit = defaultLimit, oldestFirst = false }: Paging,
  ): Record<string, SQLOutputValue>[] => {
    const order = oldestFirst ? "ASC" : "DESC";
    const sql = `SELECT ${columns} FROM ${table} ${whereOf(conditions)} ORDER BY ${table}.id ${order} LIMIT ?`;
    return prepare(sql).all(...valuesOf(conditions), Math.min(limit, Number.MAX_SAFE_INTEGER));
  };
}

/** Goes through the rows newest first and stops when there are enough, or when its time is over. */
export function createSlowSearch(prepare: Prepare) {
  return <Row>(
    table: "events" | "runs",
    conditions: Condition[],
    { limit = defaultLimit }: Paging,
    within: number,
    read: (id: string) => Row | undefined,
  ): Found<Row> => {
    const slow = conditions.filter(({ isSlow }) => isSlow);
    const fast = conditions.filter(({ isSlow }) => !isSlow);
    const hit = slow.length === 0 ? "1" : slow.map(({ sql }) => sql).join(" AND ");
    const sql = `SELECT ${table}.id AS id, (${hit}) AS hit FROM ${table} ${whereOf(fast)} ORDER BY ${table}.id DESC`;
    const end = performance.now() + within;
    const ids: string[] = [];
    let next: string | undefined;
    for (const row of prepare(sql).iterate(...valuesOf(slow), ...valuesOf(fast))) {
      if (row.hit === 1) ids.push(String(row.id));
      if (ids.length < limit && performance.now() < end) continue;
      next = String(row.id);
      break;
    }
    return { rows: ids.flatMap((id) => read(id) ?? []), ...(next === undefined ? {} : { next }) };
  };
}

function whereOf(conditions: Condition[]): string {
  return conditions.length === 0 ? "" : `WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}`;
}

function valuesOf(conditions: Condition[]) {
  return conditions.flatMap(({ values }) => values);
}
