import type { Pool } from "../../postgres.ts";

/**
 * What becomes of a column that holds text when its person is removed:
 * - `erased`: the row or its value is gone, the person's id as well;
 * - `anonymised`: the row stays, with nothing of the person in it;
 * - `id`: the row may keep the person's id, which leads to nobody, for the reason given;
 * - `impersonal`: it never holds anything of the person, for the reason given.
 */
export type Decision = "erased" | "anonymised" | { id: string } | { impersonal: string };

/** By column, as `ten_ocean.posts.body`. */
export type Decisions = Readonly<Record<string, Decision>>;

/** Of several columns of a table that are alike. */
export function columnsOf(table: string, names: string, decision: Decision): Decisions {
  return Object.fromEntries(names.split(" ").map((name) => [`${table}.${name}`, decision]));
}

/** Every column of these schemas that can hold text, as the database says. */
async function textColumns(pool: Pool, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ column: string }>(
    `select format('%s.%s.%s', table_schema, table_name, column_name) as column
     from information_schema.columns
     where table_schema = any($1) and data_type not in ('integer', 'bigint', 'boolean', 'timestamp with time zone')
     order by 1`,
    [schemas],
  );
  return rows.map(({ column }) => column);
}

/** What has to be decided, or is decided of columns that do not exist; each as somebody can act on it. */
export async function undecided(
  pool: Pool,
  { schemas, decisions, where }: { schemas: readonly string[]; decisions: Decisions; where: string },
): Promise<string[]> {
  const columns = await textColumns(pool, schemas);
  const isDecided = (column: string) => Object.hasOwn(decisions, column);
  return [
    ...columns
      .filter((column) => !isDecided(column))
      .map(
        (column) =>
          `${column} can hold personal data, and nobody has decided what becomes of it when its person is removed. Name it in ${where}: "erased" or "anonymised", and write it in the rows there and erase it in the store; { id: why } when it keeps the person's id; { impersonal: why } when it never holds anything of theirs.`,
      ),
    ...Object.keys(decisions)
      .filter((column) => !columns.includes(column))
      .map((column) => `${column} is decided on in ${where}, and does not exist. Take it out there.`),
  ];
}
