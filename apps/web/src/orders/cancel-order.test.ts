import { expect, test } from "vitest";
import { placeOrder } from "../checkout/place-order.ts";
import { paymentBench } from "../testing/paid-checkout.ts";
import { cancelOrder } from "./cancel-order.ts";

const bench = await paymentBench();
const { orders } = bench.ports;

async function placed(): Promise<string> {
  const order = await bench.request();
  await placeOrder(orders, order);
  return order.orderId;
}

test("cancels an order once, also when it is packed, and emits it once", async () => {
  const orderId = await placed();
  await orders.advance(orderId, "packed", { emit: [] });
  expect([await cancelOrder(orders, orderId), await cancelOrder(orders, orderId)]).toEqual([true, true]);
  expect(await orders.get(orderId)).toMatchObject({ status: "cancelled" });
  expect((await bench.emitted()).filter((id) => id === `order.cancelled:${orderId}`)).toHaveLength(1);
});

test("leaves an order alone that is on its way", async () => {
  const orderId = await placed();
  await orders.advance(orderId, "shipped", { emit: [] });
  expect(await cancelOrder(orders, orderId)).toBe(false);
  expect(await orders.get(orderId)).toMatchObject({ status: "shipped" });
  expect(await bench.emitted()).not.toContain(`order.cancelled:${orderId}`);
});
