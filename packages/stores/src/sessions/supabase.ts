import { IntegrationError } from "@org/integrations/error";
import { sql } from "drizzle-orm";
import { type Database, databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import type { ExpiredSessions } from "./port.ts";

/**
 * Supabase's `auth.sessions`, over its Postgres; refresh tokens go with their session. A Supabase session has no end
 * of its own unless `not_after` is set, so the policy is: `not_after` has passed, or it was last refreshed (or else
 * opened) before `unusedSince`.
 * @throws IntegrationError final when row-level security would hide sessions from the pool's role.
 */
export async function supabaseSessions(pool: Pool): Promise<ExpiredSessions> {
  const database = databaseOn(pool);
  const { check, removeExpired } = guarded("sessions", {
    check: () => checkVisible(database),
    async removeExpired({ unusedSince, limit = 500 }: { unusedSince: string; limit?: number }) {
      // refreshed_at has no time zone and is in UTC.
      const { rowCount } = await database.execute(sql`
        delete from auth.sessions where id = any(array(
          select id from auth.sessions
          where not_after < now() or coalesce(refreshed_at at time zone 'utc', created_at) < ${unusedSince}::timestamptz
          limit ${limit} for update skip locked))`);
      return rowCount ?? 0;
    },
  });
  await check();
  return { removeExpired };
}

/** Under row-level security a role without the right sees no rows and no error, so cleaning would do nothing, quietly. */
async function checkVisible(database: Database): Promise<void> {
  const { rows } = await database.execute<{ visible: boolean }>(sql`
    select not relrowsecurity or rolsuper or rolbypassrls
      or (pg_has_role(current_user, relowner, 'member') and not relforcerowsecurity) as visible
    from pg_class, pg_roles
    where pg_class.oid = to_regclass('auth.sessions') and rolname = current_user`);
  const [table] = rows;
  if (!table)
    throw refusal("There is no table auth.sessions. Check that SUPABASE_DB_URL names Supabase's database.");
  if (table.visible) return;
  throw refusal(
    "Row-level security hides auth.sessions from this role. Use a role that owns the table or has BYPASSRLS.",
  );
}

function refusal(message: string): IntegrationError {
  return new IntegrationError(message, { port: "sessions", vendor: "supabase", kind: "final" });
}
