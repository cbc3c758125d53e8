import { isDeepStrictEqual } from "node:util";
import { type CopiedTable, nameOf, type TableRow, typesOf } from "./copied-table.ts";
import type { Cell } from "./fields.ts";
import { CopyRefusedError } from "./refusals.ts";

/** What a row had, where its document would give something else. */
interface Kept {
  /** Which of the document's rows. */
  row: number;
  column: string;
  /** What the document gives; absent where it gives nothing. */
  given?: Cell;
  kept: Cell;
}

/**
 * What a document made of these rows would lose, to stand beside it: times finer than a millisecond, and numbers that only
 * Postgres gives. Nothing else may be lost.
 *
 * @returns JSON text; undefined when nothing is
 * @throws CopyRefusedError for a value of which Convex has no place
 */
export function besideOf(table: CopiedTable, rows: readonly TableRow[], key: string): string | undefined {
  const given = table.toRows(table.toDocument(rows));
  const kept = rows.flatMap(({ table: name, row }, place) => {
    const again = given[place]?.table === name ? given[place].row : undefined;
    if (!again) throw lost(table, key, name);
    const types = columnTypes(table, name);
    const columns = [...types].filter(([column]) => !isSame(row[column], again[column], types.get(column)));
    for (const [column, type] of columns)
      if (!type.startsWith("timestamp") && !table.beside.includes(column))
        throw lost(table, key, `${name}.${column}`);
    return columns.map(([column]) => ({
      ...{ row: place, column, kept: row[column] ?? null },
      ...(again[column] !== undefined && { given: again[column] }),
    }));
  });
  if (given.length !== rows.length) throw lost(table, key, table.name);
  return kept.length === 0 ? undefined : JSON.stringify(kept);
}

/** The rows with what stood beside their document, as far as the document has not changed since. */
export function withBeside(rows: readonly TableRow[], beside: string | undefined): TableRow[] {
  if (beside === undefined) return [...rows];
  const all: Kept[] = JSON.parse(beside);
  return rows.map(({ table, row }, place) => {
    const kept = all.filter((each) => each.row === place && isDeepStrictEqual(row[each.column], each.given));
    return { table, row: { ...row, ...Object.fromEntries(kept.map((each) => [each.column, each.kept])) } };
  });
}

function columnTypes(table: CopiedTable, name: string): ReadonlyMap<string, string> {
  const found = [table.table, ...table.parts.map((part) => part.table)].find((each) => nameOf(each) === name);
  return found ? typesOf(found) : new Map();
}

function isSame(one: Cell | undefined, other: Cell | undefined, type: string | undefined): boolean {
  if (isDeepStrictEqual(one, other)) return true;
  const isText = typeof one === "string" && typeof other === "string";
  return (
    isText && (type === "json" || type === "jsonb") && isDeepStrictEqual(JSON.parse(one), JSON.parse(other))
  );
}

function lost({ name }: CopiedTable, key: string, what: string): CopyRefusedError {
  return new CopyRefusedError(
    "value-not-held",
    `${what} of ${name} ${key} holds something for which Convex has no place. Set it right in Postgres, and go on: nothing is lost.`,
  );
}
