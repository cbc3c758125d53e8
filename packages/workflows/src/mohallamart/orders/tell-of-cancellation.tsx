import type { OrderDetails } from "@org/stores/mohallamart/port";
import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Uses } from "../ports.ts";
import { OrderCancelledEmail } from "./order-cancelled-email.tsx";
import { orderUrl, withOrderUrl } from "./order-url.ts";
import type { OrderCancelled } from "./restock.ts";
import { whyErased } from "./why-silent.ts";

export type CancellationPorts = Uses<{
  email: "send";
  deliveries: "get" | "record";
  orderLinks: "issue";
  webUrl: true;
  brand: true;
}>;

/**
 * Tells the customer that their order was cancelled, and what becomes of their money.
 * @throws NonRetriableError when they cannot be told.
 */
export async function tellOfCancellation(
  step: WorkflowStep,
  ports: CancellationPorts,
  order: OrderDetails,
  reason: OrderCancelled["data"]["reason"],
): Promise<{ skipped: string } | { email: DeliveryOutcome["status"] }> {
  const { orderId, customer, shop, payment } = order;
  const skipped = whyErased(order);
  if (skipped) return { skipped };
  const body = await step.run("render-cancellation", () =>
    renderBranded(
      <OrderCancelledEmail
        customerName={customer.name}
        orderId={orderId}
        shopName={shop.name}
        reason={reason}
        prepaid={payment === "prepaid"}
        orderUrl={orderUrl}
      />,
      brandOf(ports),
    ),
  );
  const message: Message = {
    key: `order-cancelled:${orderId}:email`,
    subject: orderId,
    workflow: "cancel-order",
    recipient: "customer",
    channel: "email",
  };
  const outcome = await deliver(step, {
    steps: ["send-email", "record-email-failure"],
    deliveries: ports.deliveries,
    message,
    send: async (key) =>
      ports.email.send({
        to: customer.email,
        subject: `Your order ${orderId} was cancelled`,
        ...(await withOrderUrl(ports, orderId, body)),
        key,
      }),
  });
  if (outcome.status === "failed") {
    throw new NonRetriableError(
      `The customer of ${orderId} could not be told that it was cancelled: ${outcome.reason}`,
    );
  }
  return { email: outcome.status };
}
