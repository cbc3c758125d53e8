import { personal } from "@org/integrations/contracts";
import { testDatabase } from "../testing/database.ts";
import { emptyTables } from "../testing/empty-tables.ts";
import { oldLogContract } from "./contract.ts";
import { type LogName, logNames } from "./port.ts";
import { postgresOldLogs } from "./postgres.ts";

const { pool } = await testDatabase();

/** How each log's rows are made: of an id and the time when they were over, or null when they are not. */
const inserts: Record<LogName, { table: string; id: string; insert: string }> = {
  "analytics-events": {
    table: "mohallamart.analytics_events",
    id: "event_id",
    insert: `insert into mohallamart.analytics_events (event_id, event, user_id, session_id, properties, at)
      values ($1, 'search.performed', 'user_1', 's_1', '{"query": "${personal.text}", "results": 3}', coalesce($2, now()))`,
  },
  "dead-letters": {
    table: "platform.dead_letters",
    id: "run_id",
    insert: `insert into platform.dead_letters (run_id, app, workflow, events, error, attempts, failed_at, settled_at, status)
      values ($1, 'mohallamart', 'w', '[{"id": "e", "name": "user.created", "data": {"userId": "user_1", "email": "${personal.email}"}}]',
        '{"name": "Error", "message": "no"}', 4, '2026-01-01', $2, case when $2::timestamptz is null then 'open' else 'discarded' end)`,
  },
  deliveries: {
    table: "platform.deliveries",
    id: "key",
    insert: `insert into platform.deliveries (key, subject, workflow, recipient, channel, status, recorded_at)
      values ($1, 'ord_1', 'w', 'customer', 'email', 'sent', coalesce($2, now()))`,
  },
  "delivery-reports": {
    table: "platform.delivery_reports",
    id: "message_id",
    insert: `insert into platform.delivery_reports (message_id, channel, state, at, received_at)
      values ($1, 'email', 'delivered', '2026-01-01', coalesce($2, now()))`,
  },
  notifications: {
    table: "mohallamart.notifications",
    id: "notification_id",
    insert: `insert into mohallamart.notifications (notification_id, user_id, type, title, body, created_at, read_at)
      values ($1, 'user_1', 't', '${personal.name}', '${personal.text}', '2026-01-01', $2)`,
  },
  outbox: {
    table: "platform.outbox",
    id: "id",
    insert: `insert into platform.outbox (id, name, payload, created_at, accepted_at)
      values ($1, 'user.created', '{"name": "user.created", "data": {"userId": "user_1", "phone": "${personal.phone}"}}', '2026-01-01', $2)`,
  },
  "send-ledger": {
    table: "platform.send_ledger",
    id: "key",
    insert: `insert into platform.send_ledger (key, state, holder, started_at, settled_at)
      values ($1, case when $2::timestamptz is null then 'sending' else 'sent' end, 'h', '2026-01-01', $2)`,
  },
};

oldLogContract("Postgres", {
  logs: postgresOldLogs(pool),
  add: (log, id, at) => pool.query(inserts[log].insert, [id, at]),
  async left(log) {
    const { table, id } = inserts[log];
    const { rows } = await pool.query(`select ${id} as id from ${table} order by 1`);
    return rows.map((row) => row.id);
  },
  async reset() {
    const tables = logNames.map((log) => inserts[log].table);
    await emptyTables(pool, [...tables, "platform.log_batches", "mohallamart.users"]);
    await pool.query(
      "insert into mohallamart.users (user_id, name, email) values ('user_1', 'Asha', 'asha@example.com')",
    );
  },
});
