import type { Page } from "../../api-types.ts";

export type LiveRows<Row> = Page<Row>;

/**
 * Puts the newest page, read again, in place of the beginning of a longer list. Rows that follow on it stay; when
 * so much came in that a gap would be left, only the new page stays and the rest is read again on scrolling.
 */
export function mergeNewest<Row extends { id: string }>(
  current: LiveRows<Row>,
  newest: Page<Row>,
): LiveRows<Row> {
  const boundary = newest.next;
  if (boundary === undefined) return newest;
  const rest = current.rows.filter(({ id }) => id < boundary);
  const reached = newest.rows.length === 0 || current.rows.some(({ id }) => id >= boundary);
  if (!reached) return newest;
  const next = current.next !== undefined && current.next > boundary ? boundary : current.next;
  return { rows: [...newest.rows, ...rest], ...(next === undefined ? {} : { next }) };
}

/** Adds an older page at the end. */
export function appendOlder<Row extends { id: string }>(
  current: LiveRows<Row>,
  older: Page<Row>,
): LiveRows<Row> {
  const known = new Set(current.rows.map(({ id }) => id));
  const rows = [...current.rows, ...older.rows.filter(({ id }) => !known.has(id))];
  return { rows, ...(older.next === undefined ? {} : { next: older.next }) };
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
