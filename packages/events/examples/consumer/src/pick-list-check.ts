import assert from "node:assert/strict";
import { test } from "node:test";
import { orderCreated } from "@org/events/mohallamart/order-created";
import { readBy } from "@org/events/readers";

/** What somebody in the warehouse takes from the shelves for an order. */
function pickList(data: unknown): string[] {
  const received = orderCreated.receive({ v: orderCreated.version, data, ts: Date.now() });
  const { items } = readBy("pick-list", orderCreated, received);
  return items.map(({ productId, quantity }) => `${quantity} x ${productId}`);
}

test("lists what an order needs", () => {
  const items = [{ productId: "prod_101", quantity: 2 }];
  const { data } = orderCreated.create({
    orderId: "ord_1",
    userId: "user_1",
    shopId: "shop_1",
    items,
    total: 39.98,
  });
  assert.deepEqual(pickList(data), ["2 x prod_101"]);
});
