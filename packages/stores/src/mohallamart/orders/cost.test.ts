import pg from "pg";
import { expect, it, vi } from "vitest";
import { testDatabase } from "../../testing/database.ts";
import { newOrder, orderEvents, rice, shop, stockEvents } from "../contract/bench.ts";
import { mohallaMartStores } from "../postgres.ts";

it("an order from the form to the door takes no more statements in Postgres than docs/stores.md says", async () => {
  // Before the connections are made: each of them keeps what it calls.
  const statements = vi.spyOn(pg.Client.prototype, "query");
  const { pool } = await testDatabase();
  const { orders, inventory, shops, products } = mohallaMartStores(pool);
  await shops.add(shop);
  await products.add(rice);
  statements.mockClear();
  await orders.place(newOrder(), orderEvents);
  await inventory.take("ord_1", stockEvents);
  for (const status of ["packed", "shipped", "delivered"] as const)
    await orders.advance("ord_1", status, {
      emit: ({ orderId }) => [{ id: `${status}:${orderId}`, name: status, v: "1", data: { orderId } }],
    });
  for (const _page of ["placed", "packed", "delivered"]) await orders.progress("ord_1");
  await orders.get("ord_1");
  // Behind a pooler every transaction sets its deadline as well.
  const counted = statements.mock.calls.filter(
    (call) => !JSON.stringify(call).includes("set_config('statement"),
  );
  expect(counted.length).toBeGreaterThan(30);
  expect(counted.length).toBeLessThanOrEqual(60);
});
