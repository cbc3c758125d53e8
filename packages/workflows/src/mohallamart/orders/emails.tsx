import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import { type Words, wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { ReactElement } from "react";
import * as z from "zod";
import { brandFor } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import { type EmailPorts, type EmailTask, emailTemplate } from "../notifications/email-template.ts";
import { languageOfAddress } from "../reader-language.ts";
import { keeperOf } from "../shopkeepers/keeper-of.ts";
import { FailedAttemptEmail } from "./failed-attempt-email.tsx";
import { findOrder } from "./find-order.ts";
import { NewOrderEmail } from "./new-order-email.tsx";
import { OrderCancelledEmail } from "./order-cancelled-email.tsx";
import { OrderConfirmationEmail } from "./order-confirmation-email.tsx";
import { OrderStatusEmail } from "./order-status-email.tsx";
import { orderUrl } from "./order-url.ts";
import { StopPackingEmail } from "./stop-packing-email.tsx";
import { whyErased, whyNotOnItsWay, whySilent } from "./why-silent.ts";
import { orderWords } from "./words.ts";

const orderId = z.string();

/** To the customer, when the order went through. */
export const orderConfirmation = emailTemplate({
  name: "order-confirmation",
  data: z.object({ orderId }),
  async write({ data, ports }) {
    const order = await findOrder(ports.orders, data.orderId);
    const skipped = whySilent(order);
    if (skipped) return { skipped };
    const { customer, shop, lines, total } = order;
    return toCustomer(ports, order, {
      subject: ({ say }) =>
        say("confirmationSubject", { order: orderNumber(order.orderId), shop: shop.name }),
      body: (
        <OrderConfirmationEmail
          customerName={customer.name}
          order={orderNumber(order.orderId)}
          shopName={shop.name}
          lines={lines}
          total={total}
          orderUrl={orderUrl}
        />
      ),
    });
  },
});

/** To the customer, for each step of the order towards them. */
export const orderStatusNews = emailTemplate({
  name: "order-status",
  data: z.object({
    orderId,
    status: z.enum(["packed", "shipped", "delivered"]),
    trackingNumber: z.string().nullable(),
  }),
  async write({ data: { status, trackingNumber, ...data }, ports }) {
    const order = await findOrder(ports.orders, data.orderId);
    const skipped = whySilent(order);
    if (skipped) return { skipped };
    return toCustomer(ports, order, {
      subject: ({ say }) => say(`${status}Subject`, { order: orderNumber(order.orderId) }),
      body: (
        <OrderStatusEmail
          customerName={order.customer.name}
          order={orderNumber(order.orderId)}
          shopName={order.shop.name}
          status={status}
          trackingNumber={trackingNumber ?? undefined}
          orderUrl={orderUrl}
        />
      ),
    });
  },
});

/** To the customer, when the order could not be handed over and is brought again. */
export const failedAttempt = emailTemplate({
  name: "failed-attempt",
  data: z.object({
    orderId,
    attempt: z.number(),
    reason: z.enum(["nobody-there", "refused", "address-not-found", "other"]),
  }),
  async write({ data: { attempt, reason, ...data }, ports }) {
    const order = await findOrder(ports.orders, data.orderId);
    const skipped = whyNotOnItsWay(order);
    if (skipped) return { skipped };
    return toCustomer(ports, order, {
      subject: ({ say }) => say("attemptFailedSubject", { order: orderNumber(order.orderId) }),
      body: (
        <FailedAttemptEmail
          customerName={order.customer.name}
          order={orderNumber(order.orderId)}
          shopName={order.shop.name}
          attempt={attempt}
          reason={reason}
          orderUrl={orderUrl}
        />
      ),
    });
  },
});

/** To the customer, when the order was cancelled. */
export const orderCancelledNews = emailTemplate({
  name: "order-cancelled",
  data: z.object({
    orderId,
    reason: z.enum(["changed-mind", "out-of-stock", "payment-failed", "undeliverable", "suspected-fraud"]),
  }),
  async write({ data: { reason, ...data }, ports }) {
    const order = await findOrder(ports.orders, data.orderId);
    const skipped = whyErased(order);
    if (skipped) return { skipped };
    return toCustomer(ports, order, {
      subject: ({ say }) => say("cancelledSubject", { order: orderNumber(order.orderId) }),
      body: (
        <OrderCancelledEmail
          customerName={order.customer.name}
          order={orderNumber(order.orderId)}
          shopName={order.shop.name}
          reason={reason}
          prepaid={order.payment === "prepaid"}
          orderUrl={orderUrl}
        />
      ),
    });
  },
});

const toKeeper = z.object({ orderId, shopkeeperId: z.string() });

/** To a shopkeeper: what there is to pack. */
export const newOrder = emailTemplate({
  name: "new-order",
  data: toKeeper,
  write: (task) =>
    tellKeeper(task, {
      subject: "newOrder",
      body: ({ shop, orderId: id, lines, total }, shopUrl) => (
        <NewOrderEmail
          shopName={shop.name}
          order={orderNumber(id)}
          lines={lines}
          total={total}
          shopUrl={shopUrl}
        />
      ),
    }),
});

/** To a shopkeeper: that there is nothing to pack any more. */
export const stopPacking = emailTemplate({
  name: "stop-packing",
  data: toKeeper.extend({ comesBack: z.boolean().default(false) }),
  write: (task) =>
    tellKeeper(task, {
      subject: "shopCancelled",
      body: ({ shop, orderId: id, lines, total }, shopUrl) => (
        <StopPackingEmail
          shopName={shop.name}
          order={orderNumber(id)}
          lines={lines}
          total={total}
          shopUrl={shopUrl}
          comesBack={task.data.comesBack}
        />
      ),
    }),
});

async function toCustomer(
  ports: EmailPorts,
  { customer, language }: OrderDetails,
  { subject, body }: { subject(words: Words<typeof orderWords>): string; body: ReactElement },
) {
  const brand = brandFor(ports, language);
  const written = subject(wordsIn(orderWords, brand.locale));
  return { to: customer.email, subject: written, ...(await renderBranded(body, brand)) };
}

async function tellKeeper(
  { data, ports }: EmailTask<z.output<typeof toKeeper>>,
  {
    subject,
    body,
  }: { subject: "newOrder" | "shopCancelled"; body(order: OrderDetails, shopUrl: string): ReactElement },
) {
  const keeper = await keeperOf(ports, data.shopkeeperId);
  if ("skipped" in keeper) return keeper;
  const order = await findOrder(ports.orders, data.orderId);
  const brand = brandFor(ports, await languageOfAddress(ports, keeper.email));
  const written = wordsIn(orderWords, brand.locale).say(subject, { order: orderNumber(order.orderId) });
  const shopUrl = `${ports.webUrl}/shop#${order.orderId}`;
  return { to: keeper.email, subject: written, ...(await renderBranded(body(order, shopUrl), brand)) };
}
