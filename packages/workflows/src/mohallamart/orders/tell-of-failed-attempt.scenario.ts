import { orderDeliveryAttemptFailed } from "@org/events/mohallamart/order-delivery-attempt-failed";
import { placeOrder } from "../../testing/place-order.ts";
import type { Scenario } from "../../testing/scenario.ts";
import type { TestBench } from "../../testing/test-bench.ts";

/** The delivery partner's notice, as the command takes it. */
export async function failAttempt({ mohallaMart }: TestBench, orderId: string, noticeId: string) {
  const at = "2026-11-27T10:00:00.000Z";
  return mohallaMart.parcels.take(
    { noticeId, orderId, status: "attempt-failed", reason: "nobody-there", at },
    {
      emit: ({ failedAttempt: attempt = 1 }) => {
        const id = `${orderDeliveryAttemptFailed.event}:${orderId}:${attempt}`;
        return [orderDeliveryAttemptFailed.create({ orderId, attempt, reason: "nobody-there" }, { id })];
      },
    },
  );
}

export const scenario: Scenario = async (bench) => {
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  await failAttempt(bench, orderId, "msg_1");
};
