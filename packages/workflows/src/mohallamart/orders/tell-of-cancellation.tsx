import type { EventData } from "@org/events";
import { orderTellCancelled } from "@org/events/mohallamart/order-tell-cancelled";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { retries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Uses } from "../ports.ts";
import { findOrder } from "./find-order.ts";
import { OrderCancelledEmail } from "./order-cancelled-email.tsx";
import { orderUrl, withOrderUrl } from "./order-url.ts";
import { whyErased } from "./why-silent.ts";

type Ports = Uses<{
  inngest: true;
  orders: "get";
  limits: true;
  email: "send";
  deliveries: "get" | "record";
  orderLinks: "issue";
  webUrl: true;
  brand: true;
}>;

/** Tells the customer that their order was cancelled, and what becomes of their money. */
export function tellOfCancellation(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "tell-of-cancellation",
      triggers: [orderTellCancelled],
      ...retries(
        20,
        "A customer who is not told waits for their order: these reach over 70 minutes of a vendor's trouble.",
      ),
      throttle: sendingShare("tell-of-cancellation", ports.limits),
    },
    async ({ event, step }) => {
      const order = await step.run("fetch-order", () => findOrder(ports.orders, event.data.orderId));
      const skipped = whyErased(order);
      if (skipped) return { skipped };
      const { status, reason } = await sendEmail(step, ports, order, event.data);
      if (status === "failed") {
        throw new NonRetriableError(
          `The customer of ${order.orderId} could not be told that it was cancelled: ${reason}`,
        );
      }
      return { email: status };
    },
  );
}

async function sendEmail(
  step: WorkflowStep,
  ports: Ports,
  { orderId, customer, shop, payment }: OrderDetails,
  { reason }: EventData<typeof orderTellCancelled>,
): Promise<DeliveryOutcome> {
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
    workflow: "tell-of-cancellation",
    recipient: "customer",
    channel: "email",
  };
  return deliver(step, {
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
}
