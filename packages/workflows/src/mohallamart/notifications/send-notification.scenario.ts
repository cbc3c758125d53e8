import { notificationSend } from "@org/events/mohallamart/notification-send";
import { placeOrder } from "../../testing/place-order.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const { orderId, userId } = await placeOrder(bench);
  await bench.subscribeDevice(userId);
  await bench.engine.send(
    notificationSend.create(
      { userId, type: "order.packed", channels: ["push", "sms", "email"], data: { orderId } },
      { id: "evt_packed" },
    ),
  );
};
