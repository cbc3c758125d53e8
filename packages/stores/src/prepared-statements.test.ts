import { sql } from "drizzle-orm";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { databaseOn } from "./database.ts";
import { createPool, type PoolOptions } from "./postgres.ts";
import { forgetStatements } from "./prepared-statements.ts";
import { testDatabase } from "./testing/database.ts";

const { url, pool: freePool } = await testDatabase();

// What the files before it in this worker ran may have taken all names.
beforeEach(forgetStatements);

function database(options: Partial<PoolOptions> = {}) {
  const pool = createPool({ databaseUrl: url, maxConnections: 1, ...options });
  onTestFinished(() => pool.end());
  const prepared = async (text: string) => {
    const { rows } = await pool.query<{ statement: string }>("select statement from pg_prepared_statements");
    return rows.filter(({ statement }) => statement === text).length;
  };
  return { pool, prepared, on: databaseOn(pool) };
}

it("prepares what comes again, once on a connection, also in transactions", async () => {
  const { pool, prepared, on } = database();
  const text = "select $1::int as one";
  await pool.query(text, [1]);
  expect(await prepared(text)).toBe(0);
  for (const one of [2, 3, 4]) expect((await pool.query(text, [one])).rows).toEqual([{ one }]);
  expect(await prepared(text)).toBe(1);
  const twice = "select $1::text as two";
  for (const two of ["a", "b"]) {
    const { rows } = await on.transaction((transaction) =>
      transaction.execute(sql`select ${two}::text as two`),
    );
    expect(rows).toEqual([{ two }]);
  }
  expect(await prepared(twice)).toBe(1);
});

it("prepares nothing behind a pooler that gives each transaction another connection", async () => {
  const { pool, prepared } = database({ transactionPooler: true });
  const text = "select $1::int as three";
  for (const three of [1, 2, 3]) await pool.query(text, [three]);
  expect(await prepared(text)).toBe(0);
});

it("goes on when a migration changes a table under it, in a transaction too", async () => {
  await freePool.query("create table public.changing (value int); insert into public.changing values (7)");
  onTestFinished(async () => void (await freePool.query("drop table public.changing")));
  const { pool, on } = database();
  const read = () => pool.query("select * from public.changing where value::text <> $1", ["x"]);
  const readTogether = () =>
    on.transaction((transaction) =>
      transaction.execute(sql`select value from public.changing where value::text <> ${"y"}`),
    );
  for (let time = 0; time < 3; time += 1) {
    expect((await read()).rows).toEqual([{ value: 7 }]);
    expect((await readTogether()).rows).toEqual([{ value: 7 }]);
  }
  await freePool.query("alter table public.changing alter value type text");
  expect((await readTogether()).rows).toEqual([{ value: "7" }]);
  expect((await read()).rows).toEqual([{ value: "7" }]);
  await freePool.query("alter table public.changing add other int default 1");
  expect((await read()).rows).toEqual([{ value: "7", other: 1 }]);
});
