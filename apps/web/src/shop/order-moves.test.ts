import { beforeAll, expect, test } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import { moveOrder, nextMove, parseMoveForm } from "./order-moves.ts";

const stores = await testStores();
const { products, shops, orders } = stores.mohallaMart;

beforeAll(async () => {
  const shop = { name: "Hari Fresh", area: "Indiranagar", description: "", listed: true };
  await shops.add({ ...shop, shopId: "shop_1" });
  await shops.add({ ...shop, shopId: "shop_2" });
  await products.add({
    productId: "prod_1",
    shopId: "shop_1",
    name: "Starfruit",
    category: "Fruit",
    unit: "500 g",
    description: "",
    price: 80,
    stock: 60,
  });
});

async function placed(orderId: string): Promise<string> {
  await orders.place(
    {
      orderId,
      shopId: "shop_1",
      customer: { userId: "user_1", name: "Asha", email: "asha@example.com" },
      items: [{ productId: "prod_1", quantity: 1 }],
      payment: "cash",
    },
    { emit: [] },
  );
  return orderId;
}

test("an order goes from the shelf to the door, and each step is told once", async () => {
  const orderId = await placed("ord_1");
  const steps = ["packed", "packed", "shipped", "delivered"] as const;
  for (const status of steps) expect(await moveOrder(orders, "shop_1", { orderId, status })).toEqual({});
  expect(await stores.emitted()).toEqual([
    `order.updated:${orderId}:packed`,
    `order.updated:${orderId}:shipped`,
    `order.updated:${orderId}:delivered`,
  ]);
  expect(await orders.get(orderId)).toMatchObject({ status: "delivered" });
});

test("the tracking number is kept, and goes out with the event", async () => {
  const orderId = await placed("ord_2");
  await moveOrder(orders, "shop_1", { orderId, status: "shipped", trackingNumber: "DLV-42" });
  expect((await stores.emittedEvents()).at(-1)?.data).toMatchObject({ trackingNumber: "DLV-42" });
  expect((await orders.progress(orderId))?.history.at(-1)).toMatchObject({ trackingNumber: "DLV-42" });
});

test("an order of another shop, or one that is past the step, is refused and nothing is told", async () => {
  const orderId = await placed("ord_3");
  await moveOrder(orders, "shop_1", { orderId, status: "shipped" });
  const before = await stores.emitted();
  for (const shopId of ["shop_1", "shop_2"]) {
    expect((await moveOrder(orders, shopId, { orderId, status: "packed" })).refusal).toEqual(
      expect.any(String),
    );
  }
  expect((await moveOrder(orders, "shop_1", { orderId: "ord_none", status: "packed" })).refusal).toMatch(
    /no such order/,
  );
  expect(await stores.emitted()).toEqual(before);
});

test("each status has its next step", () => {
  const statuses = ["placed", "packed", "shipped", "delivered", "cancelled"] as const;
  expect(statuses.map(nextMove)).toEqual(["packed", "shipped", "delivered", undefined, undefined]);
});

test("a form without a tracking number, and damaged ones", () => {
  const form = { orderId: "ord_1", status: "shipped", trackingNumber: "  " };
  expect(parseMoveForm(form).data).toEqual({
    orderId: "ord_1",
    status: "shipped",
    trackingNumber: undefined,
  });
  for (const change of [
    { status: "cancelled" },
    { orderId: "prod_1" },
    { trackingNumber: "x".repeat(101) },
  ]) {
    expect(parseMoveForm({ ...form, ...change }).success).toBe(false);
  }
});
