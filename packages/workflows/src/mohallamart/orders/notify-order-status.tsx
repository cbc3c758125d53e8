import type { EventData } from "@org/events";
import { notificationSend } from "@org/events/mohallamart/notification-send";
import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { OrderStatusError } from "@org/stores/mohallamart/errors";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Uses } from "../ports.ts";
import { findOrder } from "./find-order.ts";
import { OrderStatusEmail } from "./order-status-email.tsx";
import { orderUrl, withOrderUrl } from "./order-url.ts";
import { whySilent } from "./why-silent.ts";

type Ports = Uses<{
  inngest: true;
  orders: "get" | "advance";
  limits: true;
  email: "send";
  deliveries: "get" | "record";
  orderLinks: "issue";
  webUrl: true;
  brand: true;
}>;

/**
 * Tells the customer that their order was packed, shipped or delivered: by email here, by push and SMS through
 * `notification.send`. The status and its tracking number are kept in the order's history first, so that a fact from
 * the delivery partner shows on the order page as well.
 */
export function notifyOrderStatus(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "notify-order-status",
      triggers: [orderUpdated],
      retries: defaultRetries,
      throttle: sendingShare("notify-order-status", ports.limits),
    },
    async ({ event, step }) => {
      const { orderId, status } = event.data;
      const refused = await step.run("append-history", () => appendHistory(ports, event.data));
      const order = await step.run("fetch-order", () => findOrder(ports.orders, orderId));
      const skipped = refused ?? whySilent(order);
      if (skipped) return { skipped };
      await step.sendEvent(
        "ask-for-notification",
        notificationSend.create(
          {
            userId: order.userId,
            type: `order.${status}`,
            channels: status === "packed" || !order.customer.phone ? ["push"] : ["push", "sms"],
            priority: "transactional",
            data: { orderId },
          },
          { cause: event, id: `${notificationSend.event}:order.${status}:${orderId}` },
        ),
      );
      const outcome = await sendEmail(step, ports, order, event.data);
      if (outcome.status === "failed") {
        throw new NonRetriableError(
          `The customer of ${orderId} could not be told that it is ${status}: ${outcome.reason}`,
        );
      }
      return { email: outcome.status };
    },
  );
}

type StatusChange = EventData<typeof orderUpdated>;

/** @returns why not, when the order is past that status; nobody needs to hear of it then. */
async function appendHistory(
  { orders }: Ports,
  { orderId, status, trackingNumber }: StatusChange,
): Promise<string | null> {
  try {
    await orders.advance(orderId, status, { emit: [], ...(trackingNumber ? { trackingNumber } : {}) });
    return null;
  } catch (error) {
    if (OrderStatusError.isInstance(error)) return error.message;
    throw error;
  }
}

async function sendEmail(
  step: WorkflowStep,
  ports: Ports,
  { orderId, customer, shop }: OrderDetails,
  { status, trackingNumber }: StatusChange,
): Promise<DeliveryOutcome> {
  const body = await step.run("render-notice", () =>
    renderBranded(
      <OrderStatusEmail
        customerName={customer.name}
        orderId={orderId}
        shopName={shop.name}
        status={status}
        trackingNumber={trackingNumber}
        orderUrl={orderUrl}
      />,
      brandOf(ports),
    ),
  );
  const message: Message = {
    key: `order-status:${orderId}:${status}:email`,
    subject: orderId,
    workflow: "notify-order-status",
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
        subject: `Your order ${orderId} is ${status}`,
        ...(await withOrderUrl(ports, orderId, body)),
        key,
      }),
  });
}
