import { beforeAll, describe, expect, test } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import type { RequestedOrder } from "./order-form.ts";
import { newOrderId, placeOrder } from "./place-order.ts";

let stores: Awaited<ReturnType<typeof testStores>>;

beforeAll(async () => {
  stores = await testStores();
  await stores.mohallaMart.shops.add({
    shopId: "shop_1",
    name: "Hari Fresh",
    area: "Indiranagar",
    description: "Vegetables",
    listed: true,
  });
});

let sold = 0;

/** A product of its own for one test, at 19.99 rupees. */
async function product(stock: number): Promise<string> {
  sold += 1;
  const productId = `prod_${sold}`;
  await stores.mohallaMart.products.add({
    productId,
    shopId: "shop_1",
    name: `Mango ${sold}`,
    description: "Ripe",
    category: "Fruit",
    unit: "1 dozen",
    price: 19.99,
    stock,
  });
  return productId;
}

function form(productId: string, email = "asha@example.com"): RequestedOrder {
  return {
    orderId: newOrderId(),
    shopId: "shop_1",
    total: 59.97,
    items: [{ productId, quantity: 3 }],
    customer: { name: "Asha Rao", email, phone: "+919876543210" },
  };
}

async function available(productId: string): Promise<number | undefined> {
  return (await stores.mohallaMart.products.get(productId))?.available;
}

/** What placing a form emitted. */
async function place(order: RequestedOrder) {
  const before = await stores.emitted();
  const outcome = await placeOrder(stores.mohallaMart.orders, order);
  const emitted = (await stores.emitted()).slice(before.length);
  return { outcome, emitted };
}

describe("placeOrder", () => {
  test("emits the order, and the account when the customer is new", async () => {
    const productId = await product(9);
    const first = form(productId, "new@example.com");
    const { outcome, emitted } = await place(first);
    expect(outcome).toEqual({ orderId: first.orderId });
    expect(emitted).toEqual([
      expect.stringMatching(/^user\.created:user_/),
      `order.created:${first.orderId}`,
    ]);

    const second = form(productId, "new@example.com");
    expect((await place(second)).emitted).toEqual([`order.created:${second.orderId}`]);
    expect(await available(productId)).toBe(3);
  });

  test("tells with the order which visit it came from, once", async () => {
    const order = form(await product(9));
    const before = await stores.emitted();
    for (let n = 0; n < 2; n += 1) {
      await placeOrder(stores.mohallaMart.orders, order, { visitId: "visit-1" });
    }
    const emitted = (await stores.emitted()).slice(before.length);
    expect(emitted.filter((id) => !id.startsWith("user."))).toEqual([
      `order.created:${order.orderId}`,
      `checkout.completed:${order.orderId}`,
    ]);
  });

  test("makes one order of a form that is sent twice at once", async () => {
    const productId = await product(9);
    const order = form(productId);
    const before = (await stores.emitted()).length;
    const outcomes = await Promise.all([
      placeOrder(stores.mohallaMart.orders, order),
      placeOrder(stores.mohallaMart.orders, order),
    ]);
    expect(outcomes).toEqual([{ orderId: order.orderId }, { orderId: order.orderId }]);
    const emitted = (await stores.emitted()).slice(before);
    expect(emitted.filter((id) => id.startsWith("order.created:"))).toEqual([
      `order.created:${order.orderId}`,
    ]);
    expect(await available(productId)).toBe(6);
  });

  test("finds the first order when a form comes again after the price has changed", async () => {
    const productId = await product(9);
    const order = form(productId);
    await place(order);
    await stores.setPrice(productId, 2_500);
    expect((await place(order)).outcome).toEqual({ orderId: order.orderId });
  });

  test("refuses a price that the customer has not seen and writes nothing", async () => {
    const productId = await product(9);
    await stores.setPrice(productId, 2_500);
    const order = form(productId);
    const { outcome, emitted } = await place(order);
    expect(outcome).toEqual({ refusal: expect.stringMatching(/the total is ₹75 now, it was ₹59\.97/) });
    expect(emitted).toEqual([]);
    expect(await available(productId)).toBe(9);
    expect(await stores.mohallaMart.orders.get(order.orderId)).toBeUndefined();
  });

  test("gives the last units to one of two customers and tells the other", async () => {
    const productId = await product(3);
    const orders = [form(productId), form(productId, "other@example.com")];
    const outcomes = await Promise.all(orders.map((order) => placeOrder(stores.mohallaMart.orders, order)));
    expect(outcomes.filter(({ refusal }) => refusal === undefined)).toHaveLength(1);
    expect(outcomes.map(({ refusal }) => refusal).filter(Boolean)).toEqual([
      expect.stringContaining("is sold out"),
    ]);
    expect(await available(productId)).toBe(0);
  });

  test("refuses a product that the shop does not sell", async () => {
    const { outcome, emitted } = await place(form("prod_nowhere"));
    expect(outcome).toEqual({ refusal: expect.stringContaining("prod_nowhere") });
    expect(emitted).toEqual([]);
  });
});
