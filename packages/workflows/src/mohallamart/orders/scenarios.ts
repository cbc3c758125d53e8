import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { buyAll, cancel, placeOrder, placePrepaidOrder } from "../../testing/place-order.ts";
import type { Scenarios } from "../../testing/scenarios/scenario.ts";
import type { TestBench } from "../../testing/test-bench.ts";

export const orderScenarios: Scenarios = {
  // Paid and carried out first, so that there is something to undo of everything.
  "cancel-order": async (bench) => {
    const { orderId } = await placePrepaidOrder(bench);
    await bench.settle();
    await cancel(bench, orderId);
  },
  "notify-order-status": placeAndShip,
  "notify-shopkeeper": async (bench) => {
    await giveDevice(bench);
    await placeOrder(bench);
  },
  "process-order": async (bench) => {
    await giveDevice(bench);
    await placePrepaidOrder(bench);
  },
  "send-order-confirmation": placeOrder,
  "sync-order-data": placeOrder,
  "track-order-analytics": placeOrder,
  "update-inventory": buyAll,
};

/** The shopkeeper of the first product's shop gets what takes notifications. */
async function giveDevice(bench: TestBench): Promise<void> {
  const shopId = bench.products[0]?.shopId ?? "";
  for (const { shopkeeperId } of await bench.mohallaMart.shopkeepers.list({ shopId })) {
    await bench.subscribeDevice(shopkeeperId);
  }
}

async function placeAndShip(bench: TestBench): Promise<void> {
  const { orderId } = await placeOrder(bench);
  const trackingNumber = "DLV-1";
  await bench.mohallaMart.orders.advance(orderId, "shipped", {
    trackingNumber,
    emit: [orderUpdated.create({ orderId, status: "shipped", trackingNumber })],
  });
}
