import type { Pool } from "../../postgres.ts";

/** Rows by table, as `ten_ocean.posts`; whatever others refer to comes first. */
export type Rows = readonly (readonly [table: string, row: Readonly<Record<string, unknown>>])[];

/** Whose rows they are. */
export interface RowsOwner {
  userId: string;
  /** Tells their rows from everybody else's; a part of ids. */
  tag: string;
  /** A text that is found wherever it was written. */
  words(where: string): string;
}

export async function insertRows(pool: Pool, rows: Rows): Promise<void> {
  for (const [table, row] of rows) {
    const columns = Object.keys(row)
      .map((column) => `"${column}"`)
      .join(", ");
    const values = `select ${columns} from json_populate_record(null::${table}, $1)`;
    await pool.query(`insert into ${table} (${columns}) ${values}`, [JSON.stringify(row)]);
  }
}

export interface DumpedRow {
  table: string;
  row: Record<string, unknown>;
  /** The whole of it, as text. */
  text: string;
}

/** Every row of these schemas. */
export async function dump(pool: Pool, schemas: readonly string[]): Promise<DumpedRow[]> {
  const tables = await tablesIn(pool, schemas);
  const dumps = tables.map(async (table) => {
    const { rows } = await pool.query<{ row: Record<string, unknown> }>(
      `select row_to_json(t) as row from ${table} t`,
    );
    return rows.map(({ row }) => ({ table, row, text: `${table} ${JSON.stringify(row)}` }));
  });
  return (await Promise.all(dumps)).flat();
}

export async function tablesIn(pool: Pool, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "select format('%s.%s', schemaname, tablename) as name from pg_tables where schemaname = any($1) order by 1",
    [schemas],
  );
  return rows.map(({ name }) => name);
}

/** Whether a text names this id, and not only a longer one that begins with it. */
export function holds(text: string, id: string): boolean {
  return new RegExp(`(?<![A-Za-z0-9_])${id}(?![A-Za-z0-9_])`).test(text);
}
