import type { Page } from "../../api-types.ts";

export interface LiveRows<Row> {
  rows: Row[];
  more: boolean;
}

/**
 * Puts the newest page, read again, in place of the beginning of a longer list. Rows that follow on it stay; when
 * so much came in that a gap would be left, only the new page stays and the rest is read again on scrolling.
 */
export function mergeNewest<Row extends { id: string }>(
  current: LiveRows<Row>,
  newest: Page<Row>,
): LiveRows<Row> {
  const oldestNew = newest.rows.at(-1);
  if (!oldestNew || !newest.more) return newest;
  const rest = current.rows.filter((row) => row.id < oldestNew.id);
  const reached = current.rows.some((row) => row.id >= oldestNew.id);
  return reached ? { rows: [...newest.rows, ...rest], more: current.more || rest.length === 0 } : newest;
}

/** Adds an older page at the end. */
export function appendOlder<Row extends { id: string }>(
  current: LiveRows<Row>,
  older: Page<Row>,
): LiveRows<Row> {
  const known = new Set(current.rows.map(({ id }) => id));
  return { rows: [...current.rows, ...older.rows.filter(({ id }) => !known.has(id))], more: older.more };
}

/** Puts rows that were read again in their old places, and drops those that a filter no longer accepts. */
export function patchRows<Row extends { id: string }>(
  current: LiveRows<Row>,
  changed: readonly Row[],
  accepts: (row: Row) => boolean,
): LiveRows<Row> {
  const byId = new Map(changed.map((row) => [row.id, row]));
  return { ...current, rows: current.rows.map((row) => byId.get(row.id) ?? row).filter(accepts) };
}
