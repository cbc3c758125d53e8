import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { placeOrder } from "../../testing/place-order.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const { orderId } = await placeOrder(bench);
  const trackingNumber = "DLV-1";
  await bench.mohallaMart.orders.advance(orderId, "shipped", {
    trackingNumber,
    emit: [orderUpdated.create({ orderId, status: "shipped", trackingNumber })],
  });
};
