import { expect, it, vi } from "vitest";
import type { Person } from "../../sessions/person.ts";
import { paymentBench } from "../../testing/paid-checkout.ts";
import { cancelOrder, isCancellable } from "./cancel-order.ts";
import { linkCancelsFor, type OrderReader } from "./order-access.ts";
import { writeOrder } from "./write-order.ts";

const bench = await paymentBench();
const { orders, orderLinks } = bench.ports;
const cancelAs = cancelOrder({ orders, orderLinks });

/** By a link, as somebody who ordered without signing in. */
const cancel = async ({ orderId }: { orderId: string }) =>
  cancelAs({ orderId, reader: { linkToken: await orderLinks.forBrowser(orderId) } });

async function placed(): Promise<string> {
  const order = await bench.request();
  await writeOrder(orders, order);
  return order.orderId;
}

it("cancels an order once, also when it is packed, and emits it once", async () => {
  const orderId = await placed();
  await orders.advance(orderId, "packed", { emit: [] });
  for (let n = 0; n < 2; n += 1) expect(await cancel({ orderId })).toEqual({ ok: true, orderId });
  expect(await orders.get(orderId)).toMatchObject({ status: "cancelled" });
  expect((await bench.emitted()).filter((id) => id === `order.cancelled:${orderId}`)).toHaveLength(1);
});

it("leaves an order alone that is on its way", async () => {
  const orderId = await placed();
  await orders.advance(orderId, "shipped", { emit: [] });
  expect(await cancel({ orderId })).toMatchObject({ ok: false, code: "too-late" });
  expect(await orders.get(orderId)).toMatchObject({ status: "shipped" });
  expect(await bench.emitted()).not.toContain(`order.cancelled:${orderId}`);
});

it.each([
  ["ord_none", "unknown-order"],
  ["<script>", "damaged"],
])("of %s, which is no order, is refused", async (orderId, code) => {
  const message = expect.stringContaining("no such order");
  expect(await cancel({ orderId })).toMatchObject({ ok: false, code, message });
});

it.each<[string, OrderReader]>([
  ["nobody", {}],
  ["another customer", { person: { role: "customer", id: "user_x", name: "X", email: "x@example.com" } }],
  [
    "the shop",
    { person: { role: "shopkeeper", id: "sk_1", shopId: "shop_1", name: "K", email: "k@example.com" } },
  ],
  ["the staff", { person: { role: "admin", id: "admin_1", name: "S", email: "s@example.com" } }],
])("by %s, who is not its customer, is refused as of an order that does not exist", async (_who, reader) => {
  const orderId = await placed();
  const unknown = await cancelAs({ orderId: "ord_none", reader });
  expect(await cancelAs({ orderId, reader })).toEqual(unknown);
  expect(unknown).toMatchObject({ code: "unknown-order" });
  expect(await orders.get(orderId)).toMatchObject({ status: "placed" });
});

it("by a link ends a day after the order, and its owner still cancels", async () => {
  const orderId = await placed();
  const { userId = "", placedAt = "" } = (await orderLinks.parties(orderId)) ?? {};
  const owner: Person = { role: "customer", id: userId, name: "Asha", email: "asha@example.com" };
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(placedAt) + linkCancelsFor });
  try {
    expect(await cancel({ orderId })).toMatchObject({ ok: false, code: "sign-in-first" });
    expect(await orders.get(orderId)).toMatchObject({ status: "placed" });
    expect(await cancelAs({ orderId, reader: { person: owner } })).toEqual({ ok: true, orderId });
  } finally {
    vi.useRealTimers();
  }
});

it("is possible as long as the shop has the order", () => {
  const statuses = ["placed", "packed", "shipped", "delivered", "cancelled"] as const;
  expect(statuses.filter((status) => isCancellable({ status }))).toEqual(["placed", "packed"]);
});
