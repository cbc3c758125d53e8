import { type Pool, pendingMigrations } from "@org/stores/postgres";
import { type Check, ok, warning, wrong } from "./check.ts";

export interface DatabaseChecksOptions {
  pool: Pool;
  /** Straight to Postgres, see DATABASE_DIRECT_URL. */
  directPool: Pool;
  now: () => number;
}

const oldestVersion = 15;
/** Inngest refuses signatures that are five minutes old. */
const mostSkew = 60_000;

export function databaseChecks({ pool, directPool, now }: DatabaseChecksOptions): Check[] {
  return [
    {
      name: "database",
      async look() {
        const { rows } = await pool.query<{ version: number }>(
          "select current_setting('server_version_num')::int / 10000 as version",
        );
        const version = rows[0]?.version ?? 0;
        if (version >= oldestVersion) return ok(`Postgres ${version}`);
        return wrong(`DATABASE_URL names a Postgres ${version}. At least ${oldestVersion} is needed.`);
      },
    },
    {
      name: "direct connection",
      async look() {
        const client = await directPool.connect();
        try {
          // Through a pooler in transaction mode these two would reach two connections.
          const first = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
          await client.query("listen doctor");
          const second = await client.query<{ pid: number; heard: boolean }>(
            "select pg_backend_pid() as pid, exists (select from pg_listening_channels() as c where c = 'doctor') as heard",
          );
          const isDirect = second.rows[0]?.heard === true && first.rows[0]?.pid === second.rows[0]?.pid;
          if (isDirect) return ok("keeps its session, so new events are heard of at once");
          return wrong(
            "DATABASE_DIRECT_URL is a pooler in transaction mode. Name Postgres itself, or a session pooler.",
          );
        } finally {
          client.release(true);
        }
      },
    },
    {
      name: "migrations",
      async look() {
        const pending = await pendingMigrations(pool);
        if (pending.length === 0) return ok("all are applied");
        return wrong(
          `${pending.length} are not applied, the first is ${pending[0]}. Run: node cli.js migrate`,
        );
      },
    },
    {
      name: "clock",
      async look() {
        const asked = now();
        const { rows } = await pool.query<{ at: string }>(
          "select extract(epoch from clock_timestamp()) * 1000 as at",
        );
        // The answer is as old as half its way.
        const skew = Math.abs(Number(rows[0]?.at) - (asked + now()) / 2);
        if (skew < 1_000) return ok("agrees with the database's within a second");
        const says = `It is ${Math.round(skew / 1_000)} seconds off the database's. Have both follow NTP.`;
        return skew < mostSkew ? warning(says) : wrong(says);
      },
    },
  ];
}
