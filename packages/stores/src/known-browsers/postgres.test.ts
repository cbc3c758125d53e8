import { expect, it } from "vitest";
import { postgresSessions } from "../sessions/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { knownBrowserContract } from "./contract.ts";
import { postgresKnownBrowsers } from "./postgres.ts";

const { pool } = await testDatabase();
const browsers = postgresKnownBrowsers(pool);
const unused = (interval: string) =>
  pool.query("update platform.known_browsers set last_used_at = now() - $1::interval", [interval]);

knownBrowserContract("Postgres", browsers);

it("the table holds no token", async () => {
  const token = await browsers.remember("user_1");
  const { rows } = await pool.query("select * from platform.known_browsers");
  expect(JSON.stringify(rows)).not.toContain(token);
});

it("a browser in which nobody signed in for half a year is known no more, and forgotten", async () => {
  const token = await browsers.remember("user_1");
  await unused("179 days");
  expect(await browsers.usersOf(token)).toEqual(["user_1"]);
  await unused("181 days");
  expect(await browsers.usersOf(token)).toEqual([]);
  await browsers.remember("user_2");
  expect((await pool.query("select from platform.known_browsers")).rowCount).toBe(1);
});

it("whoever signs out everywhere has no known browser any more; others keep theirs", async () => {
  const shared = await browsers.remember("user_4", await browsers.remember("user_3"));
  await postgresSessions(pool).closeAllOf("user_3");
  expect(await browsers.usersOf(shared)).toEqual(["user_4"]);
});
