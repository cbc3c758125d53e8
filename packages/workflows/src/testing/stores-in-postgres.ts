import { createReconciler } from "@org/stores/outbox/reconciler";
import { createRelay } from "@org/stores/outbox/relay";
import { postgresEventTraces } from "@org/stores/outbox/traces";
import { postgresPlatformStores } from "@org/stores/platform-stores/postgres";
import type { Pool } from "@org/stores/postgres";
import type { BenchRows, BenchStores } from "./bench-stores.ts";
import { silent } from "./bench-vendors.ts";
import { longAgo } from "./long-ago.ts";

export const linkSecrets = { current: "the test bench's own secret of its order links" };

/** Everything in one database. */
export function inPostgres(pool: Pool): BenchStores {
  return {
    ...postgresPlatformStores(pool, linkSecrets),
    traces: postgresEventTraces(pool, { log: silent }),
    createRelay: (options) => createRelay({ pool, ...options }),
    createReconciler: (options) => createReconciler({ pool, ...options }),
    async makeLooksDue() {
      await pool.query(`update platform.outbox set look_at = null,
        accepted_at = least(accepted_at, now() - interval '6 days')`);
    },
    rows: rowsOf(pool),
    stop: () => undefined,
  };
}

function rowsOf(pool: Pool): BenchRows {
  return {
    async left() {
      const { rows } = await pool.query(
        `select (select count(*)::int from platform.sessions) as sessions,
          (select count(*)::int from platform.deliveries) as deliveries`,
      );
      return rows[0];
    },

    async removeShopkeepers() {
      await pool.query("delete from mohallamart.shopkeepers");
    },

    async addCustomers(howMany) {
      await pool.query(
        `insert into mohallamart.users (user_id, name, email)
         select 'user_n' || n, 'Nr ' || n, 'n' || n || '@example.com' from generate_series(1, $1) n`,
        [howMany],
      );
      await pool.query(
        `insert into mohallamart.preferences (user_id, language, by_email, by_sms, by_push)
         select 'user_n' || n, 'en-IN', true, true, true from generate_series(1, $1) n`,
        [howMany],
      );
    },

    async addLogs(howMany) {
      const times = "$1::timestamptz + n * interval '1 minute'";
      await pool.query(
        `insert into platform.deliveries (key, subject, workflow, recipient, channel, status, recorded_at)
         select 'old-' || n, 'ord_1', 'send-order-confirmation', 'customer', 'email', 'sent', ${times}
         from generate_series(1, $2::int) n
         union all select 'new', 'ord_1', 'send-order-confirmation', 'customer', 'email', 'sent', now()`,
        [longAgo, howMany],
      );
      await pool.query(
        `insert into mohallamart.analytics_events (event_id, event, session_id, properties, at)
         select 'old-' || n, 'page.viewed', 's_1', '{"page": "cart", "seconds": 3}'::json, ${times}
         from generate_series(1, $2::int) n
         union all select 'new', 'page.viewed', 's_1', '{}', now()`,
        [longAgo, howMany],
      );
    },

    async addUnusedSessions(howMany) {
      await pool.query(
        `insert into platform.sessions (token_hash, user_id, last_used_at, expires_at)
         select 'old-' || n, 'user_1', $1::timestamptz, '2100-01-01'::timestamptz from generate_series(1, $2::int) n
         union all select 'new', 'user_1', '2100-01-01', '2100-01-01'`,
        [longAgo, howMany],
      );
    },
  };
}
