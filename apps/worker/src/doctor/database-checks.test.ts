import { createDatabase } from "@org/local-stack";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { examine } from "./check.ts";
import { databaseChecks } from "./database-checks.ts";

let database: Awaited<ReturnType<typeof createDatabase>>;
let pool: Pool;

beforeAll(async () => {
  database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
  pool = createPool({ databaseUrl: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const findings = async (asked: Pool = pool, now: () => number = Date.now) => {
  const found = await examine(databaseChecks({ pool: asked, directPool: asked, now }));
  return Object.fromEntries(found.map(({ check, verdict, says }) => [check, [verdict, says]]));
};

it("finds a database as it should be", async () => {
  expect(await findings()).toEqual({
    database: ["ok", expect.stringMatching(/^Postgres \d+$/)],
    "direct connection": ["ok", expect.any(String)],
    migrations: ["ok", "all are applied"],
    clock: ["ok", expect.any(String)],
  });
});

it.each([
  ["warning", 5_000],
  ["wrong", 3_600_000],
])("says by how much the clock is off (%s)", async (verdict, ahead) => {
  const { clock } = await findings(pool, () => Date.now() + ahead);
  expect(clock).toEqual([
    verdict,
    `It is ${ahead / 1_000} seconds off the database's. Have both follow NTP.`,
  ]);
});

it("names the first migration that is not applied, of some and of all", async () => {
  const { rows } = await pool.query("delete from drizzle.__drizzle_migrations where id > 1 returning id");
  expect((await findings()).migrations).toEqual([
    "wrong",
    expect.stringMatching(
      new RegExp(`^${rows.length} are not applied, the first is 0001_.* Run: node cli.js migrate$`),
    ),
  ]);
  const empty = await createDatabase(inject("postgresUrl"));
  const nothing = createPool({ databaseUrl: empty.url });
  expect((await findings(nothing)).migrations).toEqual(["wrong", expect.stringContaining("first is 0000_")]);
  await nothing.end();
  await empty.drop();
});
