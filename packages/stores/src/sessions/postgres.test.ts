import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../testing/database.ts";
import { holdRow } from "../testing/hold-row.ts";
import { expiredSessionContract, sessionContract } from "./contract.ts";
import { postgresSessions } from "./postgres.ts";

const { pool } = await testDatabase();
const sessions = postgresSessions(pool);
const reset = async () => {
  await pool.query("truncate platform.sessions");
};

expiredSessionContract("the web app's table", {
  sessions,
  reset,
  async add(rows) {
    for (const { name, usedHoursAgo, expiredHoursAgo = -1000 } of rows) {
      await pool.query(
        `insert into platform.sessions (token_hash, user_id, last_used_at, expires_at)
         values ($1, 'user_1', now() - $2 * interval '1 hour', now() - $3 * interval '1 hour')`,
        [name, usedHoursAgo, expiredHoursAgo],
      );
    }
  },
  async left() {
    const { rows } = await pool.query<{ name: string }>(
      "select token_hash as name from platform.sessions order by 1",
    );
    return rows.map(({ name }) => name);
  },
  hold: (name) => holdRow(pool, "select from platform.sessions where token_hash = $1 for update", [name]),
});

sessionContract("the web app's table", sessions);

describe("the web app's sessions", () => {
  beforeEach(reset);
  const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

  it("a token is good until its session expires or is closed", async () => {
    const expiresAt = inAnHour();
    const token = await sessions.open("user_1", expiresAt);
    expect(await sessions.use(token)).toEqual({ userId: "user_1", expiresAt });
    expect(await sessions.use(`${token}x`)).toBeUndefined();
    await sessions.close(token);
    expect(await sessions.use(token)).toBeUndefined();
    const expired = await sessions.open("user_1", new Date(Date.now() - 1000).toISOString());
    expect(await sessions.use(expired)).toBeUndefined();
  });

  it("the table holds no token", async () => {
    const token = await sessions.open("user_1", inAnHour());
    const { rows } = await pool.query("select * from platform.sessions");
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("using a session keeps it", async () => {
    const token = await sessions.open("user_1", inAnHour());
    await pool.query("update platform.sessions set last_used_at = now() - interval '30 days'");
    await sessions.use(token);
    expect(await sessions.removeExpired({ unusedSince: new Date(Date.now() - 60_000).toISOString() })).toBe(
      0,
    );
  });

  it("a user is signed out everywhere, others are not", async () => {
    const mine = [await sessions.open("user_1", inAnHour()), await sessions.open("user_1", inAnHour())];
    const other = await sessions.open("user_2", inAnHour());
    expect(await sessions.closeAllOf("user_1")).toBe(2);
    for (const token of mine) expect(await sessions.use(token)).toBeUndefined();
    expect(await sessions.use(other)).toMatchObject({ userId: "user_2" });
  });
});
