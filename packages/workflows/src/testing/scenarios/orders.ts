import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { buyAll, placeOrder } from "../place-order.ts";
import type { Scenarios } from "./scenario.ts";

export const orderScenarios: Scenarios = {
  "notify-order-status": async (bench) => {
    const { orderId } = await placeOrder(bench);
    await bench.mohallaMart.orders.advance(orderId, "packed", {
      emit: [orderUpdated.create({ orderId, status: "packed" })],
    });
  },
  "notify-shopkeeper": placeOrder,
  "send-order-confirmation": placeOrder,
  "track-order-analytics": placeOrder,
  "update-inventory": buyAll,
};
