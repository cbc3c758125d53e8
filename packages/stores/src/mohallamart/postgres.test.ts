import { closedUrl, failureOf } from "@org/integrations/contracts";
import { createDatabase } from "@org/local-stack";
import { expect, inject, it } from "vitest";
import { createPool } from "../postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { emittedEvents } from "../testing/emitted.ts";
import { emptyTables } from "../testing/empty-tables.ts";
import { newOrder, orderEvents, rice, shop } from "./contract/bench.ts";
import { mohallaMartContract } from "./contract.ts";
import { mohallaMartStores } from "./postgres.ts";

const { pool } = await testDatabase();

mohallaMartContract("Postgres", async () => ({
  stores: mohallaMartStores(pool),
  emitted: () => emittedEvents(pool),
  async trackedUsers() {
    const { rows } = await pool.query(
      "select distinct user_id from mohallamart.analytics_events where user_id is not null",
    );
    return rows.map(({ user_id }) => user_id);
  },
  reset: async () => {
    await emptyTables(pool, [
      "mohallamart.checkouts",
      "mohallamart.parcel_notices",
      "mohallamart.released_payments",
      "mohallamart.inventory_log",
      "mohallamart.refunds",
      "mohallamart.disputes",
      "mohallamart.reconciliations",
      "mohallamart.order_tracking",
      "mohallamart.order_lines",
      "mohallamart.orders",
      "mohallamart.products",
      "mohallamart.received_applications",
      "mohallamart.shopkeepers",
      "mohallamart.shops",
      "mohallamart.staff",
      "mohallamart.users",
      "mohallamart.closed_accounts",
      "mohallamart.analytics_events",
      "mohallamart.analytics_buckets",
      "mohallamart.analytics_sessions",
      "mohallamart.analytics_users",
      "platform.outbox",
      "platform.deliveries",
    ]);
  },
  stop: async () => undefined,
}));

it("a database that cannot be reached is retryable", async () => {
  const unreachable = createPool({ databaseUrl: (await closedUrl()).replace("http", "postgres") });
  const { orders, products } = mohallaMartStores(unreachable);
  expect(await failureOf(products.list())).toMatchObject({ kind: "retryable", vendor: "postgres" });
  expect(await failureOf(orders.place(newOrder(), orderEvents))).toMatchObject({ kind: "retryable" });
  await unreachable.end();
});

it("a connection that the server ends is retryable, and the next call works", async () => {
  const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
  const own = createPool({ databaseUrl: database.url });
  const { shops, products, orders } = mohallaMartStores(own);
  await shops.add(shop);
  await products.add(rice);
  const blocker = await own.connect();
  await blocker.query("begin");
  await blocker.query("lock table mohallamart.orders");
  const placing = failureOf(orders.place(newOrder(), orderEvents));
  const endWaiting = () =>
    pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'",
      [database.name],
    );
  await expect.poll(async () => (await endWaiting()).rowCount).toBe(1);
  expect(await placing).toMatchObject({ kind: "retryable" });
  await blocker.query("rollback");
  blocker.release();
  expect(await orders.place(newOrder(), orderEvents)).toMatchObject({ orderId: "ord_1", newCustomer: true });
  await own.end();
  await database.drop();
});

it("removing a user deletes their events from the outbox, except those that are still on their way", async () => {
  const { users } = mohallaMartStores(pool);
  const leaver = { ...newOrder().customer, userId: "user_leaver", email: "leaver@example.com" };
  const event = (id: string, userId: string) => ({ id, name: "user.created", v: "1", data: { userId } });
  const ids = ["sent", "pending", "other"];
  await users.add(leaver, {
    emit: [event("sent", leaver.userId), event("pending", leaver.userId), event("other", "user_other")],
  });
  await pool.query("update platform.outbox set accepted_at = now() where id <> 'pending'");
  await users.remove(leaver.userId);
  const left = (await emittedEvents(pool)).map(({ id }) => id ?? "");
  expect(left.filter((id) => ids.includes(id))).toEqual(["pending", "other"]);
});

it("a statement at fault is final, and its error holds no values", async () => {
  const { shopkeepers } = mohallaMartStores(pool);
  const { customer } = newOrder();
  const keeper = { shopkeeperId: "sk_1", shopId: "shop_none", name: customer.name, email: customer.email };
  const error = await failureOf(shopkeepers.add(keeper));
  expect(error).toMatchObject({ kind: "final", code: "23503" });
  expect(error.message).toContain("shopkeepers_shop_id");
});
