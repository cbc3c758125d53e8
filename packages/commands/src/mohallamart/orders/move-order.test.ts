import { beforeAll, expect, it } from "vitest";
import { readRequest } from "../../request.ts";
import { testStores } from "../../testing/test-stores.ts";
import { moveOrder, moveRequest, nextMove } from "./move-order.ts";

const stores = await testStores();
const { products, shops, orders } = stores.mohallaMart;
const move = moveOrder({ orders });
const shopId = "shop_1";

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

it("an order goes from the shelf to the door, and each step is told once", async () => {
  const orderId = await placed("ord_1");
  const steps = ["packed", "packed", "shipped", "delivered"] as const;
  for (const status of steps) {
    expect(await move({ shopId, orderId, status })).toEqual({ ok: true, orderId, status });
  }
  expect(await stores.emitted()).toEqual([
    `order.updated:${orderId}:packed`,
    `order.updated:${orderId}:shipped`,
    `order.updated:${orderId}:delivered`,
  ]);
  expect(await orders.get(orderId)).toMatchObject({ status: "delivered" });
});

it("the tracking number is kept, and goes out with the event", async () => {
  const orderId = await placed("ord_2");
  await move({ shopId, orderId, status: "shipped", trackingNumber: "DLV-42" });
  expect((await stores.emittedEvents()).at(-1)?.data).toMatchObject({ trackingNumber: "DLV-42" });
  expect((await orders.progress(orderId))?.history.at(-1)).toMatchObject({ trackingNumber: "DLV-42" });
});

it("an order of another shop, or one that is past the step, is refused and nothing is told", async () => {
  const orderId = await placed("ord_3");
  await move({ shopId, orderId, status: "shipped" });
  const before = await stores.emitted();
  for (const [shopId, code] of [
    ["shop_1", "past-it"],
    ["shop_2", "unknown-order"],
  ] as const) {
    const message = expect.any(String);
    expect(await move({ shopId, orderId, status: "packed" })).toEqual({ ok: false, code, message });
  }
  expect(await move({ shopId, orderId: "ord_none", status: "packed" })).toMatchObject({
    code: "unknown-order",
    message: expect.stringMatching(/no such order/),
  });
  expect(await stores.emitted()).toEqual(before);
});

it("each status has its next step", () => {
  const statuses = ["placed", "packed", "shipped", "delivered", "cancelled"] as const;
  expect(statuses.map(nextMove)).toEqual(["packed", "shipped", "delivered", undefined, undefined]);
});

it("a form without a tracking number, and damaged ones", async () => {
  const form = { shopId, orderId: "ord_1", status: "shipped", trackingNumber: "  " };
  const read = readRequest(moveRequest, form);
  expect(read.ok && read.request).toEqual({
    shopId,
    orderId: "ord_1",
    status: "shipped",
    trackingNumber: undefined,
  });
  for (const [change, code] of [
    [{ status: "cancelled" }, "damaged"],
    [{ orderId: "prod_1" }, "damaged"],
    [{ trackingNumber: "x".repeat(101) }, "invalid"],
  ] as const) {
    expect(await move({ ...form, ...change })).toMatchObject({ ok: false, code });
  }
});
