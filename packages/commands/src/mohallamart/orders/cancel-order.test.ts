import { expect, it } from "vitest";
import { paymentBench } from "../../testing/paid-checkout.ts";
import { cancelOrder, isCancellable } from "./cancel-order.ts";
import { writeOrder } from "./write-order.ts";

const bench = await paymentBench();
const { orders } = bench.ports;
const cancel = cancelOrder({ orders });

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

it("is possible as long as the shop has the order", () => {
  const statuses = ["placed", "packed", "shipped", "delivered", "cancelled"] as const;
  expect(statuses.filter((status) => isCancellable({ status }))).toEqual(["placed", "packed"]);
});
