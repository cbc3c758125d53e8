import { demoAddress } from "@org/stores/demo-data/mohallamart";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { EntriesOf } from "../../request.ts";
import { storesAway, testStores } from "../../testing/test-stores.ts";
import type { orderRequest } from "./order-request.ts";
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

type OrderForm = EntriesOf<typeof orderRequest>;

function form(productId: string, email = "asha@example.com"): OrderForm {
  return {
    orderId: newOrderId(),
    shopId: "shop_1",
    total: 59.97,
    items: [{ productId, quantity: 3 }],
    name: "Asha Rao",
    email,
    phone: "98765 43210",
    ...demoAddress,
    payment: "cash",
  };
}

/** What the command says to a form. */
const ask = (entries: OrderForm) => placeOrder({ ...stores.mohallaMart, log: { error: vi.fn() } })(entries);

async function available(productId: string): Promise<number | undefined> {
  return (await stores.mohallaMart.products.get(productId))?.available;
}

/** What placing a form emitted. */
async function place(entries: OrderForm) {
  const before = await stores.emitted();
  const outcome = await ask(entries);
  const emitted = (await stores.emitted()).slice(before.length);
  return { outcome, emitted };
}

describe("placeOrder", () => {
  it("emits the order, and the account when the customer is new", async () => {
    const productId = await product(9);
    const first = form(productId, "new@example.com");
    const { outcome, emitted } = await place(first);
    expect(outcome).toEqual({ ok: true, orderId: first.orderId, next: "done" });
    expect(emitted).toEqual([
      expect.stringMatching(/^user\.created:user_/),
      `order.created:${first.orderId}`,
    ]);

    const second = form(productId, "new@example.com");
    expect((await place(second)).emitted).toEqual([`order.created:${second.orderId}`]);
    expect(await available(productId)).toBe(3);
  });

  it("keeps where it goes with the order, and for the next time of whoever is signed in", async () => {
    const { addresses, users } = stores.mohallaMart;
    const order = form(await product(9), "home@example.com");
    await users.add({ userId: "user_home", name: "Asha Rao", email: "home@example.com" });
    const ordering = placeOrder({ ...stores.mohallaMart, log: { error: vi.fn() } });
    await ordering({ ...order, userId: "user_home", line2: " ", pinCode: "560 038" });
    const { line2: _, ...kept } = demoAddress;
    expect(await addresses.ofOrders([order.orderId])).toEqual({ [order.orderId]: kept });
    const saved = { name: "Asha Rao", phone: "+919876543210", ...kept };
    expect(await addresses.list({ userId: "user_home" })).toMatchObject([saved]);
    await ordering(form(await product(9), "home@example.com"));
    expect(await addresses.list({ userId: "user_home" })).toHaveLength(1);
    const refused = { ...form(await product(0), "home@example.com"), line1: "Elsewhere" };
    expect(await ordering({ ...refused, userId: "user_home" })).toMatchObject({ ok: false });
    expect(await addresses.list({ userId: "user_home" })).toHaveLength(1);
    expect(JSON.stringify(await stores.emittedEvents())).not.toContain(demoAddress.line1);
  });

  it("tells with the order which visit it came from, once", async () => {
    const order = form(await product(9));
    const before = await stores.emitted();
    for (let n = 0; n < 2; n += 1) {
      await ask({ ...order, visitId: "visit-1" });
    }
    const emitted = (await stores.emitted()).slice(before.length);
    expect(emitted.filter((id) => !id.startsWith("user."))).toEqual([
      `order.created:${order.orderId}`,
      `checkout.completed:${order.orderId}`,
    ]);
  });

  it("makes one order of a form that is sent twice at once", async () => {
    const productId = await product(9);
    const order = form(productId);
    const before = (await stores.emitted()).length;
    const outcomes = await Promise.all([ask(order), ask(order)]);
    const placed = { ok: true, orderId: order.orderId, next: "done" };
    expect(outcomes).toEqual([placed, placed]);
    const emitted = (await stores.emitted()).slice(before);
    expect(emitted.filter((id) => id.startsWith("order.created:"))).toEqual([
      `order.created:${order.orderId}`,
    ]);
    expect(await available(productId)).toBe(6);
  });

  it("finds the first order when a form comes again after the price has changed", async () => {
    const productId = await product(9);
    const order = form(productId);
    await place(order);
    await stores.setPrice(productId, 2_500);
    expect((await place(order)).outcome).toEqual({ ok: true, orderId: order.orderId, next: "done" });
  });

  it("refuses a price that the customer has not seen and writes nothing", async () => {
    const productId = await product(9);
    await stores.setPrice(productId, 2_500);
    const order = form(productId);
    const { outcome, emitted } = await place(order);
    expect(outcome).toEqual({
      ok: false,
      code: "price-changed",
      message: expect.stringMatching(/the total is ₹75 now, it was ₹59\.97/),
    });
    expect(emitted).toEqual([]);
    expect(await available(productId)).toBe(9);
    expect(await stores.mohallaMart.orders.get(order.orderId)).toBeUndefined();
  });

  it("gives the last units to one of two customers and tells the other", async () => {
    const productId = await product(3);
    const orders = [form(productId), form(productId, "other@example.com")];
    const outcomes = await Promise.all(orders.map(ask));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([
      { ok: false, code: "out-of-stock", message: expect.stringContaining("is sold out") },
    ]);
    expect(await available(productId)).toBe(0);
  });

  it("refuses a product that the shop does not sell", async () => {
    const { outcome, emitted } = await place(form("prod_nowhere"));
    expect(outcome).toEqual({
      ok: false,
      code: "not-sold",
      message: expect.stringContaining("prod_nowhere"),
    });
    expect(emitted).toEqual([]);
  });

  it("refuses entries that need a change, says at which, and writes nothing", async () => {
    const { outcome, emitted } = await place({ ...form(await product(9)), email: "asha", phone: "12" });
    expect(outcome).toEqual({
      ok: false,
      code: "invalid",
      message: "2 entries need a change.",
      fields: { email: expect.any(String), phone: expect.any(String) },
    });
    expect(emitted).toEqual([]);
  });

  it("lets a database that is away through", async () => {
    const away = placeOrder({ ...storesAway().mohallaMart, log: { error: vi.fn() } });
    await expect(away(form("prod_1"))).rejects.toMatchObject({ retryable: true });
  });
});
