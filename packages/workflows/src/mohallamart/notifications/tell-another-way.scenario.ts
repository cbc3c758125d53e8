import { messageUndelivered } from "@org/events/operations/message-undelivered";
import { placeOrder } from "../../testing/place-order.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** A text about the order left, under an id that is the same in every play. */
export const scenario: Scenario = async (bench) => {
  const { orderId: subject, userId } = await placeOrder(bench);
  const { deliveries, notifications } = bench.mohallaMart;
  const told = {
    type: "order.packed",
    title: "Your order is packed",
    body: "It is.",
    data: { orderId: subject },
  };
  await notifications.add({ notificationId: "evt_packed", userId, ...told });
  const messageId = "SM_packed";
  await deliveries.record({
    key: "notification:evt_packed:sms",
    subject,
    workflow: "send-notification",
    recipient: "customer",
    channel: "sms",
    status: "sent",
    messageId,
  });
  await bench.engine.send(
    messageUndelivered.create({ messageId, channel: "sms", state: "undelivered" }, { id: "evt_lost" }),
  );
};
