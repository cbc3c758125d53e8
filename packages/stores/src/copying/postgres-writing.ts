import type { PgTable } from "drizzle-orm/pg-core";
import type pg from "pg";
import { withBeside } from "./beside.ts";
import { type CopiedTable, keyOf, nameOf, numberedOf, typesOf } from "./copied-table.ts";
import type { Cell, Row } from "./fields.ts";
import { CopyRefusedError } from "./refusals.ts";
import { type Batch, type CopiedRow, cursorOf, type Position } from "./side.ts";

/** Parameters that one statement takes. */
const mostParameters = 60_000;

/** Writes a batch behind `after` together with how far the table is then; see `CopySide.write`. */
export async function writeBatch(
  client: pg.Client,
  table: CopiedTable,
  after: string | undefined,
  batch: Batch,
): Promise<Position> {
  try {
    return await inTransaction(client, async () => {
      const stands = await positionOf(client, table);
      if (stands.state !== "copying" || stands.cursor !== after) return stands;
      await insertRows(client, table, batch);
      const copied = stands.copied + batch.length;
      await client.query("update platform.copies set cursor = $2, copied = $3 where table_name = $1", [
        table.name,
        cursorOf(batch),
        copied,
      ]);
      return { cursor: cursorOf(batch), copied };
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw await refusalOf(client, table, batch, error);
  }
}

export async function inTransaction<Result>(client: pg.Client, work: () => Promise<Result>): Promise<Result> {
  await client.query("begin");
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function positionOf(client: pg.Client, { name }: CopiedTable): Promise<Position & { state?: string }> {
  const { rows } = await client.query<{ cursor: string | null; copied: number; state: string }>(
    "select cursor, copied::float8 as copied, state from platform.copies where table_name = $1 for update",
    [name],
  );
  const [found] = rows;
  if (!found) return { copied: 0 };
  const { cursor, ...stands } = found;
  return { ...stands, ...(cursor !== null && { cursor }) };
}

async function insertRows(client: pg.Client, table: CopiedTable, rows: readonly CopiedRow[]): Promise<void> {
  const all = rows.flatMap(({ document, beside }) => withBeside(table.toRows(JSON.parse(document)), beside));
  for (const each of [table.table, ...table.parts.map((part) => part.table)]) {
    const name = nameOf(each);
    const theirs = all.filter((row) => row.table === name).map(({ row }) => row);
    await numberOnwards(client, each, theirs);
    const types = [...typesOf(each)];
    const atOnce = Math.floor(mostParameters / types.length);
    for (let from = 0; from < theirs.length; from += atOnce)
      await insert(client, each, theirs.slice(from, from + atOnce));
  }
}

/** What gets a number of its own comes behind those that had one. */
async function numberOnwards(client: pg.Client, table: PgTable, rows: readonly Row[]): Promise<void> {
  for (const column of numberedOf(table)) {
    const numbers = rows.map((row) => row[column]).filter((cell) => typeof cell === "number");
    if (numbers.length === 0) continue;
    const greatest = numbers.reduce((one, other) => Math.max(one, other));
    await client.query(
      "select setval(s, greatest($3::bigint, nextval(s))) from (select pg_get_serial_sequence($1, $2)::regclass as s) of",
      [nameOf(table), column, greatest],
    );
  }
}

async function insert(client: pg.Client, table: PgTable, rows: readonly Row[]): Promise<void> {
  const types = [...typesOf(table)];
  const values: Cell[] = [];
  const tuples = rows.map((row) => {
    const cells = types.map(([column, type]) => {
      const cell = row[column];
      if (cell === undefined) return "default";
      values.push(cell);
      return `$${values.length}::${type}`;
    });
    return `(${cells.join(", ")})`;
  });
  const columns = types.map(([column]) => `"${column}"`);
  const key = keyOf(table).map((column) => `"${column}"`);
  const others = columns.filter((column) => !key.includes(column));
  // What the database numbers stays as it is there: its number says which rows it is.
  const isNumbered = numberedOf(table).length > 0;
  const again = isNumbered ? [] : others.map((column) => `${column} = excluded.${column}`);
  await client.query(
    `insert into ${nameOf(table)} (${columns.join(", ")}) overriding system value values ${tuples.join(", ")}
     on conflict (${key.join(", ")}) do ${again.length === 0 ? "nothing" : `update set ${again.join(", ")}`}`,
    values,
  );
}

/** Of a value or a constraint, not of the connection. */
function isRefusal(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && /^2[23]/.test(String(error.code));
}

/** Finds the row that the database refuses, and writes nothing. */
async function refusalOf(
  client: pg.Client,
  table: CopiedTable,
  rows: readonly CopiedRow[],
  cause: Error & { code: string; constraint?: string },
): Promise<CopyRefusedError> {
  const refused = await firstRefused(client, table, rows);
  const why = [cause.code, cause.constraint].filter((part) => part !== undefined).join(", ");
  return new CopyRefusedError(
    "value-not-held",
    `Postgres refuses ${table.name} ${refused ?? "together with what is there"} (${why}). Set it right in Convex, and go on: nothing is lost.`,
    { cause },
  );
}

async function firstRefused(
  client: pg.Client,
  table: CopiedTable,
  rows: readonly CopiedRow[],
): Promise<string | undefined> {
  for (const row of rows) {
    await client.query("begin");
    try {
      await insertRows(client, table, [row]);
    } catch {
      return row.key;
    } finally {
      await client.query("rollback");
    }
  }
  return undefined;
}
