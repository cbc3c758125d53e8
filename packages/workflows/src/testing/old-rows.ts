import type { TestBench } from "./test-bench.ts";

/** Long before anything that a workflow writes while a test runs, whatever the computer's date. */
const longAgo = "2010-01-01T00:00:00Z";

/** Of what is older than this, only rows of `addOldRows` are. */
export const aboutTenYears = "3650d";

/** Adds deliveries and analytics events that were over long ago, and one of each that is not. */
export async function addOldRows({ pool }: TestBench, rows = 3): Promise<void> {
  const times = `$1::timestamptz + n * interval '1 minute'`;
  await pool.query(
    `insert into platform.deliveries (key, subject, workflow, recipient, channel, status, recorded_at)
     select 'old-' || n, 'ord_1', 'send-order-confirmation', 'customer', 'email', 'sent', ${times}
     from generate_series(1, ${rows}) n
     union all select 'new', 'ord_1', 'send-order-confirmation', 'customer', 'email', 'sent', now()`,
    [longAgo],
  );
  await pool.query(
    `insert into mohallamart.analytics_events (event_id, event, session_id, properties, at)
     select 'old-' || n, 'page.viewed', 's_1', '{"page": "cart", "seconds": 3}'::json, ${times}
     from generate_series(1, ${rows}) n
     union all select 'new', 'page.viewed', 's_1', '{}', now()`,
    [longAgo],
  );
}

/** Adds sessions that nobody has used since long ago, and one that is in use. */
export async function addUnusedSessions({ pool }: TestBench, sessions = 3): Promise<void> {
  await pool.query(
    `insert into platform.sessions (token_hash, user_id, last_used_at, expires_at)
     select 'old-' || n, 'user_1', $1::timestamptz, '2100-01-01'::timestamptz from generate_series(1, ${sessions}) n
     union all select 'new', 'user_1', '2100-01-01', '2100-01-01'`,
    [longAgo],
  );
}
