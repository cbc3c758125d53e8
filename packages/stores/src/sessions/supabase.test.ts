import { failureOf } from "@org/integrations/contracts";
import { expect, it, onTestFinished } from "vitest";
import { createPool, type Pool } from "../postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { holdRow } from "../testing/hold-row.ts";
import { expiredSessionContract } from "./contract.ts";
import { supabaseSessions } from "./supabase.ts";

const { pool, url } = await testDatabase();

// The columns and keys of Supabase Auth's migrations that the adapter touches; row-level security is on there too.
await pool.query(`
  create schema auth;
  create table auth.sessions (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null default gen_random_uuid(),
    created_at timestamptz default now(),
    updated_at timestamptz,
    not_after timestamptz,
    refreshed_at timestamp,
    user_agent text);
  create table auth.refresh_tokens (
    id bigserial primary key,
    token varchar(255),
    session_id uuid references auth.sessions (id) on delete cascade);
  create table auth.mfa_amr_claims (
    id uuid primary key default gen_random_uuid(),
    session_id uuid not null references auth.sessions (id) on delete cascade);
  alter table auth.sessions enable row level security;
`);

expiredSessionContract("Supabase", {
  sessions: await supabaseSessions(pool),
  async reset() {
    await pool.query("truncate auth.sessions cascade");
  },
  async add(sessions) {
    for (const { name, usedHoursAgo, expiredHoursAgo } of sessions) {
      await pool.query(
        `with session as (
           insert into auth.sessions (user_agent, created_at, refreshed_at, not_after) values
             ($1, now() - interval '90 days', now() at time zone 'utc' - $2 * interval '1 hour', now() - $3 * interval '1 hour')
           returning id),
         claim as (insert into auth.mfa_amr_claims (session_id) select id from session)
         insert into auth.refresh_tokens (token, session_id) select 'token', id from session`,
        [name, usedHoursAgo, expiredHoursAgo ?? null],
      );
    }
  },
  async left() {
    const { rows } = await pool.query<{ name: string }>(
      "select user_agent as name from auth.sessions order by 1",
    );
    return rows.map(({ name }) => name);
  },
  hold: (name) => holdRow(pool, "select from auth.sessions where user_agent = $1 for update", [name]),
});

it("a session that was never refreshed counts from when it was opened; its tokens go with it", async () => {
  await pool.query(`truncate auth.sessions cascade;
    insert into auth.sessions (created_at) values (now() - interval '8 days'), (now());
    insert into auth.refresh_tokens (session_id) select id from auth.sessions;
    insert into auth.mfa_amr_claims (session_id) select id from auth.sessions`);
  const unusedSince = new Date(Date.now() - 7 * 24 * 3_600_000).toISOString();
  expect(await (await supabaseSessions(pool)).removeExpired({ unusedSince })).toBe(1);
  for (const table of ["refresh_tokens", "mfa_amr_claims"]) {
    expect((await pool.query(`select from auth.${table}`)).rowCount).toBe(1);
  }
});

it("last use is compared in UTC, whatever the server's time zone is", async () => {
  await pool.query(`truncate auth.sessions cascade;
    insert into auth.sessions (refreshed_at) values (now() at time zone 'utc' - interval '1 hour')`);
  const kolkata = createPool({ databaseUrl: `${url}?options=-c%20timezone%3DAsia/Kolkata` });
  onTestFinished(() => kolkata.end());
  expect((await kolkata.query("show timezone")).rows).toEqual([{ TimeZone: "Asia/Kolkata" }]);
  const unusedSince = new Date(Date.now() - 2 * 3_600_000).toISOString();
  expect(await (await supabaseSessions(kolkata)).removeExpired({ unusedSince })).toBe(0);
});

async function poolAs(role: string, rights: string): Promise<Pool> {
  await pool.query(`create role ${role} login password 'secret' ${rights};
    grant usage on schema auth to ${role}; grant select, delete on auth.sessions to ${role}`);
  const own = new URL(url);
  own.username = role;
  own.password = "secret";
  const result = createPool({ databaseUrl: own.href });
  onTestFinished(async () => {
    await result.end();
    await pool.query(`drop owned by ${role}; drop role ${role}`);
  });
  return result;
}

it("a role that row-level security blinds is refused at the start", async () => {
  const error = await failureOf(supabaseSessions(await poolAs("blind", "")));
  expect(error).toMatchObject({ kind: "final", message: expect.stringContaining("BYPASSRLS") });
});

it("a role that bypasses row-level security is accepted", async () => {
  await expect(poolAs("seeing", "bypassrls").then(supabaseSessions)).resolves.toBeDefined();
});

it("a database without the table is refused at the start", async () => {
  const other = await testDatabaseWithoutAuth();
  expect(await failureOf(supabaseSessions(other))).toMatchObject({
    kind: "final",
    message: expect.stringContaining("SUPABASE_DB_URL"),
  });
});

async function testDatabaseWithoutAuth(): Promise<Pool> {
  const server = new URL(url);
  server.pathname = "/postgres";
  const other = createPool({ databaseUrl: server.href });
  onTestFinished(() => other.end());
  return other;
}
