import { orderCreated } from "@org/events/mohallamart/order-created";
import type { OrderDetails } from "@org/integrations/stores/mohallamart/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import { type DeliveryOutcome, deliver, type Message, recordFailure } from "../deliver.ts";
import { renderEmail } from "../render-email.ts";
import { defaultRetries } from "../retry-policy.ts";
import { sendingShare } from "../vendor-limits.ts";
import { findOrder } from "./find-order.ts";
import { NewOrderEmail } from "./new-order-email.tsx";
import type { MohallaMartPorts } from "./ports.ts";

/** Tells everyone who keeps the shop what to pack. */
export function notifyShopkeeper({
  inngest,
  email,
  orders,
  shopkeepers,
  deliveries,
  limits,
}: MohallaMartPorts): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "notify-shopkeeper",
      triggers: [orderCreated],
      retries: defaultRetries,
      throttle: sendingShare("notify-shopkeeper", limits),
    },
    async ({ event, step }) => {
      const order = await step.run("fetch-order", () => findOrder(orders, event.data.orderId));
      const keepers = await step.run("fetch-shopkeepers", () => shopkeepers.list({ shopId: order.shopId }));
      if (keepers.length === 0) {
        throw new NonRetriableError(
          `Nobody keeps shop ${order.shopId}: order ${order.orderId} has no one to pack it.`,
        );
      }
      const body = await step.run("render-notice", () => renderNotice(order));
      const outcomes: DeliveryOutcome[] = [];
      for (const { shopkeeperId, email: to } of keepers) {
        const message = notice(order, shopkeeperId);
        outcomes.push(
          await step
            .run(`send-email:${shopkeeperId}`, () =>
              deliver(deliveries, message, () =>
                email.send({ to, subject: `New order ${order.orderId}`, ...body, key: message.key }),
              ),
            )
            .catch((error: unknown) =>
              step.run(`record-email-failure:${shopkeeperId}`, () =>
                recordFailure(deliveries, message, error),
              ),
            ),
        );
      }
      if (outcomes.every(({ status }) => status === "failed")) {
        throw new NonRetriableError(
          `Nobody at shop ${order.shopId} could be told of order ${order.orderId}: ${outcomes[0]?.reason}`,
        );
      }
    },
  );
}

function notice(order: OrderDetails, shopkeeperId: string): Message {
  return {
    key: `new-order:${order.orderId}:${shopkeeperId}:email`,
    subject: order.orderId,
    workflow: "notify-shopkeeper",
    recipient: "shopkeeper",
    channel: "email",
  };
}

function renderNotice(order: OrderDetails) {
  return renderEmail(
    <NewOrderEmail
      shopName={order.shop.name}
      orderId={order.orderId}
      lines={order.lines}
      total={order.total}
    />,
  );
}
