import { eventCreated } from "@org/events/ten-ocean";
import type { Pool } from "../../postgres.ts";
import { ownerOf } from "../../testing/erasure/contract.ts";
import { erasedMohallaMart } from "../../testing/erasure/mohallamart.ts";
import { platformCommon } from "../../testing/erasure/platform.ts";
import { dump, insertRows, type Rows } from "../../testing/erasure/rows.ts";
import { erasedTenOcean } from "../../testing/erasure/ten-ocean.ts";

const at = "2026-11-01T10:00:00.123456Z";
const later = "2026-11-01T11:00:00.5Z";

const eventOf = (name: string, id: string, columns: object = {}): Rows[number] => {
  const payload = { name, id, v: "1", data: { userId: "user_1", orderId: "ord_1" } };
  return ["platform.outbox", { id, name, payload, attempts: 0, resends: 0, created_at: at, ...columns }];
};

/** What nobody's rows have: states that mean something to a relay, and the other product's rows in shared tables. */
const states: Rows = [
  ["mohallamart.closed_accounts", { user_id: "user_closed", closed_at: at }],
  eventOf("order.created", "order.created:ord_1", {
    ordering_key: "ord_1",
    attempts: 2,
    next_attempt_at: later,
  }),
  eventOf("order.packed", "order.packed:ord_1", { ordering_key: "ord_1" }),
  eventOf("order.created", "order.created:ord_2", { ordering_key: "ord_2" }),
  eventOf("order.shipped", "order.shipped:ord_2", { ordering_key: "ord_2", accepted_at: at, look_at: later }),
  eventOf("order.delivered", "order.delivered:ord_2", { accepted_at: at, traced_at: later, last_error: "e" }),
  eventOf("events.lost", "lost_1"),
  eventOf(eventCreated.event, "event_of_ten_ocean"),
  [
    "platform.send_ledger",
    {
      key: "order:1:sms",
      state: "sent",
      holder: "h",
      attempts: 1,
      result: "SM1",
      started_at: at,
      settled_at: later,
    },
  ],
  [
    "platform.send_ledger",
    { key: "order:2:sms", state: "ambiguous", holder: "h", attempts: 1, started_at: at },
  ],
  ["platform.send_ledger", { key: "alert:ops:a", state: "sent", holder: "h", attempts: 1, started_at: at }],
  [
    "platform.dead_letters",
    {
      run_id: "run_operations",
      app: "operations",
      workflow: "alert",
      events: [],
      error: { name: "Error", message: "No." },
      status: "open",
      failed_at: at,
    },
  ],
  ...["notification:n1:admin_1:email", "daily-report:2026-11-01:admin_1:email"].map((key): Rows[number] => [
    "platform.deliveries",
    {
      key,
      subject: "s",
      workflow: "w",
      recipient: "admin",
      channel: "email",
      status: "sent",
      recorded_at: at,
      asked: 0,
    },
  ]),
];

/** Rows of two people of each product in every table that can hold something of them, and {@link states}. */
export async function fill(pool: Pool): Promise<void> {
  await insertRows(pool, platformCommon);
  for (const product of [erasedTenOcean, erasedMohallaMart]) {
    await insertRows(pool, product.common);
    await insertRows(pool, product.rowsOf(ownerOf(product.name, "private", "user_1")));
    await insertRows(pool, product.rowsOf(ownerOf(product.name, "neighbor", "user_12")));
  }
  await insertRows(pool, states);
  // No copy was begun.
  await pool.query("delete from platform.copies");
}

/** Every row there is, as text in one order of names, but what is known of copies. */
export async function everyRow(pool: Pool): Promise<string[]> {
  const rows = await dump(pool, ["mohallamart", "platform", "ten_ocean"]);
  return rows
    .filter(({ table }) => table !== "platform.copies")
    .map(({ table, row }) => `${table} ${JSON.stringify(row, inOneOrder)}`)
    .toSorted();
}

/** For `JSON.stringify`: the order of an object's names says nothing. */
function inOneOrder(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
