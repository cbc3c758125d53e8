import type { PgTable } from "drizzle-orm/pg-core";
import pg from "pg";
import { besideOf } from "./beside.ts";
import { type CopiedTable, nameOf, type TableRow, typesOf } from "./copied-table.ts";
import type { Cell, Document, Row } from "./fields.ts";
import { assertHeld } from "./held.ts";
import type { CopiedRow } from "./side.ts";

const fetchedAtOnce = 200;

/** The marketplace's rows of a table, as a query has them in `t`. */
export function fromMine({ table, mine, from }: CopiedTable): string {
  return `${from ?? nameOf(table)} as t where ${mine ?? "true"}`;
}

/**
 * The marketplace's rows in their order, each made a document, out of one snapshot of the database.
 * @param client nothing else may use it meanwhile
 * @param after the cursor of the last row that is not wanted any more
 */
export async function* rowsOf(
  client: pg.Client,
  table: CopiedTable,
  after: string | undefined,
): AsyncGenerator<CopiedRow> {
  await client.query("begin isolation level repeatable read read only");
  try {
    await client.query(`declare rows no scroll cursor for ${selecting(table, after)}`);
    for (;;) {
      const { rows } = await client.query<Record<string, Cell>>(`fetch ${fetchedAtOnce} from rows`);
      if (rows.length === 0) return;
      const parts = await partsOf(client, table, rows);
      for (const row of rows) yield copiedRow(table, row, parts);
    }
  } finally {
    await client.query("rollback").catch(() => undefined);
  }
}

function selecting(table: CopiedTable, after: string | undefined): string {
  const order = table.order.map((column) => `t."${column}"`).join(", ");
  const also = Object.entries(table.also).map(([name, sql]) => `${sql} as "${name}"`);
  const columns = table.from ? also : [...columnsOf(table.table), ...also];
  const behind = after === undefined ? "true" : `(${order}) > (${cellsOf(table, after)})`;
  return `select ${columns.join(", ")} from ${fromMine(table)} and ${behind} order by ${order}`;
}

/** Times to the microsecond and JSON as it is written: neither survives as the driver's values. */
function columnsOf(table: PgTable): string[] {
  return [...typesOf(table)].map(([name, type]) => {
    const column = `t."${name}"`;
    if (type.startsWith("timestamp"))
      return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "${name}"`;
    if (type === "json" || type === "jsonb") return `${column}::text as "${name}"`;
    return type === "bigint" ? `${column}::float8 as "${name}"` : column;
  });
}

function cellsOf({ table, order }: CopiedTable, cursor: string): string {
  const types = typesOf(table);
  const cells: Cell[] = JSON.parse(cursor);
  return order
    .map((column, place) => `${pg.escapeLiteral(String(cells[place]))}::${types.get(column) ?? "text"}`)
    .join(", ");
}

/** The further rows of these, by the key that they name. */
async function partsOf(
  client: pg.Client,
  { parts, order: [key = ""] }: CopiedTable,
  rows: readonly Row[],
): Promise<Map<Cell, TableRow[]>> {
  const found = new Map<Cell, TableRow[]>();
  for (const { table, of, orderBy } of parts) {
    const { rows: theirs } = await client.query<Record<string, Cell>>(
      `select ${columnsOf(table).join(", ")} from ${nameOf(table)} t where t."${of}" = any($1) order by t."${of}", ${orderBy}`,
      [rows.map((row) => row[key])],
    );
    for (const row of theirs) {
      const known = found.get(row[of] ?? "");
      if (known) known.push({ table: nameOf(table), row });
      else found.set(row[of] ?? "", [{ table: nameOf(table), row }]);
    }
  }
  return found;
}

function copiedRow(table: CopiedTable, row: Row, parts: ReadonlyMap<Cell, TableRow[]>): CopiedRow {
  const cells = table.order.map((column) => row[column] ?? null);
  const key = cells.join(" ");
  const rows = [{ table: nameOf(table.table), row }, ...(parts.get(cells[0] ?? "") ?? [])];
  const document: Document = table.toDocument(rows);
  const text = assertHeld(table, key, document);
  const beside = table.from ? undefined : besideOf(table, rows, key);
  return { key, document: text, ...(beside !== undefined && { beside }), cursor: JSON.stringify(cells) };
}
