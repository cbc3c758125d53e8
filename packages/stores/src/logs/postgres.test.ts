import { expectNothingPersonal, personal } from "@org/integrations/contracts";
import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../testing/database.ts";
import { emptyTables } from "../testing/empty-tables.ts";
import { type LogBatch, type LogName, logNames } from "./port.ts";
import { postgresOldLogs } from "./postgres.ts";

const { pool } = await testDatabase();
const logs = postgresOldLogs(pool);

const before = "2026-06-01T00:00:00Z";
const old = "2026-05-31T23:59:59.999Z";
const young = before;

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

async function add(log: LogName, rows: Record<string, string | null>): Promise<void> {
  for (const [id, at] of Object.entries(rows)) await pool.query(inserts[log].insert, [id, at]);
}

async function left(log: LogName): Promise<string[]> {
  const { table, id } = inserts[log];
  const { rows } = await pool.query(`select ${id} as id from ${table} order by 1`);
  return rows.map((row) => row.id);
}

async function begin(log: LogName, limit = 100): Promise<LogBatch> {
  const batch = await logs.begin({ log, before, limit });
  if (!batch) throw new Error(`There is nothing old in ${log}.`);
  return batch;
}

beforeEach(async () => {
  const tables = logNames.map((log) => inserts[log].table);
  await emptyTables(pool, [...tables, "platform.log_batches", "mohallamart.users"]);
  await pool.query(
    "insert into mohallamart.users (user_id, name, email) values ('user_1', 'Asha', 'asha@example.com')",
  );
});

describe.each(logNames)("the log %s", (log) => {
  it("gives its old rows, without anything personal, and then loses them; what is young or not over stays", async () => {
    await add(log, { a_old: old, b_older: "2026-02-01T00:00:00Z", c_young: young, d_open: null });
    const batch = await begin(log);
    expect(batch).toEqual({
      number: expect.any(Number),
      log,
      from: "2026-02-01T00:00:00.000Z",
      rows: 2,
    });
    const rows = await logs.read(batch);
    expect(rows?.map((row) => Object.values(row)[0])).toEqual(["b_older", "a_old"]);
    expectNothingPersonal(JSON.stringify(rows));
    await logs.remove(batch);
    expect(await left(log)).toEqual(["c_young", "d_open"]);
    expect(await logs.begin({ log, before, limit: 100 })).toBeUndefined();
  });
});

it("a batch that was begun is the same until it is removed, whatever became old meanwhile", async () => {
  await add("deliveries", { a: "2026-02-01T00:00:00Z", b: "2026-03-01T00:00:00Z" });
  const batch = await begin("deliveries", 1);
  await add("deliveries", { c: "2026-01-01T00:00:00Z" });
  expect(await begin("deliveries")).toEqual(batch);
  expect(await logs.read(batch)).toMatchObject([{ key: "a" }]);
  await logs.remove(batch);
  const next = await begin("deliveries");
  expect(next.number).toBeGreaterThan(batch.number);
  expect(await logs.read(next)).toMatchObject([{ key: "c" }, { key: "b" }]);
});

it("a batch that was removed cannot be read, and is not removed again", async () => {
  await add("deliveries", { a: old });
  const batch = await begin("deliveries");
  await logs.remove(batch);
  await add("deliveries", { a: old });
  expect(await logs.read(batch)).toBeUndefined();
  await logs.remove(batch);
  expect(await left("deliveries")).toEqual(["a"]);
});

it("two who begin at once get the same batch", async () => {
  await add("deliveries", { a: old });
  await add("outbox", { a: old });
  const batches = await Promise.all(Array.from({ length: 5 }, () => begin("deliveries")));
  expect(new Set(batches.map(({ number }) => number)).size).toBe(1);
  expect((await begin("outbox")).number).not.toBe(batches[0]?.number);
});

it("texts of unknown content are left out of archived analytics events, numbers are kept", async () => {
  await add("analytics-events", { a: old });
  expect(await logs.read(await begin("analytics-events"))).toEqual([
    {
      eventId: "a",
      event: "search.performed",
      sessionId: "s_1",
      properties: { query: "[text]", results: 3 },
      at: new Date(old),
    },
  ]);
});
