import type { Deliveries, RecordOptions } from "@org/stores/deliveries/port";

/** A text about an order of which nobody knows whether it was sent. @returns its key. */
export async function doubtfulText(
  { mohallaMart: { deliveries } }: { mohallaMart: { deliveries: Pick<Deliveries, "record"> } },
  orderId: string,
  options: RecordOptions = { run: runOf(orderId) },
): Promise<string> {
  const key = `order-confirmation:${orderId}:sms`;
  await deliveries.record(
    {
      key,
      subject: orderId,
      workflow: "send-order-confirmation",
      recipient: "customer",
      channel: "sms",
      status: "unknown",
      reason: "No answer.",
    },
    options,
  );
  return key;
}

function runOf(orderId: string) {
  const events = [{ id: `order.created:${orderId}`, name: "order.created", data: { orderId } }];
  return { runId: `run_${orderId}`, app: "mohallamart", workflow: "send-order-confirmation", events };
}
