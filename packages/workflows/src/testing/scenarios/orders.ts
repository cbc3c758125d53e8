import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { buyAll, cancel, placeOrder, placePrepaidOrder } from "../place-order.ts";
import type { TestBench } from "../test-bench.ts";
import type { Scenarios } from "./scenario.ts";

export const orderScenarios: Scenarios = {
  // Paid and carried out first, so that there is something to undo of everything.
  "cancel-order": async (bench) => {
    const { orderId } = await placePrepaidOrder(bench);
    await bench.settle();
    await cancel(bench, orderId);
  },
  "notify-order-status": placeAndShip,
  "notify-shopkeeper": placeOrder,
  "process-order": placePrepaidOrder,
  "send-order-confirmation": placeOrder,
  "sync-order-data": (bench) => placeOrder(bench),
  "track-order-analytics": placeOrder,
  "update-inventory": buyAll,
};

async function placeAndShip(bench: TestBench): Promise<void> {
  const { orderId } = await placeOrder(bench);
  const trackingNumber = "DLV-1";
  await bench.mohallaMart.orders.advance(orderId, "shipped", {
    trackingNumber,
    emit: [orderUpdated.create({ orderId, status: "shipped", trackingNumber })],
  });
}
