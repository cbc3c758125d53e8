import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { postgresSessions } from "./sessions/postgres.ts";
import { testDatabase } from "./testing/database.ts";

const { pool } = await testDatabase();

/** Sessions that are over. */
async function addOld(name: string, count: number): Promise<void> {
  await pool.query(
    `insert into platform.sessions (token_hash, user_id, last_used_at, expires_at)
     select $1 || n, 'user_1', now(), now() - interval '1 hour' from generate_series(1, $2::int) n`,
    [name, count],
  );
}

it("takes as many rows as it is told, also where Postgres takes the table for a tiny one", async () => {
  await addOld("first-", 1);
  await pool.query("analyze platform.sessions");
  await addOld("then-", 50);
  const unusedSince = "2000-01-01T00:00:00Z";
  expect(await postgresSessions(pool).removeExpired({ unusedSince, limit: 20 })).toBe(20);
});

it("is the only way in which rows are chosen to be changed", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/\.test\.ts$|^some-of\.ts$/.test(file),
  );
  const statements = files.flatMap((file) =>
    readFileSync(join(import.meta.dirname, file), "utf8")
      .split(";\n")
      .map((statement) => `${file}: ${statement}`),
  );
  // One that is awaited by itself is no part of another.
  const withinAnother = statements.filter(
    (statement) => /skipLocked/.test(statement) && !/\bawait\b/.test(statement),
  );
  const within = statements.filter((statement) => /\bin \(\s*select\b[^)]*\blimit\b/.test(statement));
  expect([...withinAnother, ...within]).toEqual([]);
});
