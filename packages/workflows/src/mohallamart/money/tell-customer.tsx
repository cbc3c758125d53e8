import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import { findOrder } from "../orders/find-order.ts";
import { orderUrl, withOrderUrl } from "../orders/order-url.ts";
import { whyErased } from "../orders/why-silent.ts";
import type { Uses } from "../ports.ts";
import { type MoneyNews, MoneyNewsEmail, newsTitle } from "./money-news-email.tsx";

export type MoneyNewsPorts = Uses<{
  orders: "get";
  email: "send";
  deliveries: "get" | "record";
  orderLinks: "issue";
  webUrl: true;
  brand: true;
}>;

export interface MoneyNewsToTell {
  orderId: string;
  news: MoneyNews;
  amount: number;
  /** Told once for each key: `refund:rfnd_1:processed`. */
  key: string;
  /** Under whose name it is recorded. */
  workflow: string;
}

type Told = { skipped: string } | { email: DeliveryOutcome["status"] };

/** Tells the customer by email. @throws NonRetriableError when they cannot be told. */
export async function tellCustomer(
  step: WorkflowStep,
  ports: MoneyNewsPorts,
  { orderId, news, amount, key, workflow }: MoneyNewsToTell,
): Promise<Told> {
  const order = await step.run("fetch-order", () => findOrder(ports.orders, orderId));
  const skipped = whyErased(order);
  if (skipped) return { skipped };
  const { customer, shop } = order;
  const body = await step.run("render-news", () =>
    renderBranded(
      <MoneyNewsEmail
        customerName={customer.name}
        orderId={orderId}
        shopName={shop.name}
        news={news}
        amount={amount}
        orderUrl={orderUrl}
      />,
      brandOf(ports),
    ),
  );
  const message: Message = {
    key: `${key}:email`,
    subject: orderId,
    workflow,
    recipient: "customer",
    channel: "email",
  };
  const { status, reason } = await deliver(step, {
    steps: ["send-email", "record-email-failure"],
    deliveries: ports.deliveries,
    message,
    send: async (as) =>
      ports.email.send({
        to: customer.email,
        subject: `${newsTitle[news]}: order ${orderId}`,
        ...(await withOrderUrl(ports, orderId, body)),
        key: as,
      }),
  });
  if (status === "failed") {
    throw new NonRetriableError(`The customer of ${orderId} could not be told of their money: ${reason}`);
  }
  return { email: status };
}
