import * as z from "zod";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import { emailTemplate } from "../notifications/email-template.ts";
import { findOrder } from "../orders/find-order.ts";
import { orderUrl } from "../orders/order-url.ts";
import { whyErased } from "../orders/why-silent.ts";
import { MoneyNewsEmail, newsTitle } from "./money-news-email.tsx";

/** To the customer, for each thing that a bank says about the money of an order. */
export const moneyNews = emailTemplate({
  name: "money-news",
  data: z.object({
    orderId: z.string(),
    news: z.enum([
      "refund-processed",
      "refund-failed",
      "dispute-open",
      "dispute-won",
      "dispute-lost",
      "dispute-closed",
    ]),
    amount: z.number(),
  }),
  async write({ data: { orderId, news, amount }, ports }) {
    const order = await findOrder(ports.orders, orderId);
    const skipped = whyErased(order);
    if (skipped) return { skipped };
    const { customer, shop } = order;
    const body = await renderBranded(
      <MoneyNewsEmail
        customerName={customer.name}
        orderId={orderId}
        shopName={shop.name}
        news={news}
        amount={amount}
        orderUrl={orderUrl}
      />,
      brandOf(ports),
    );
    return { to: customer.email, subject: `${newsTitle[news]}: order ${orderId}`, ...body };
  },
});
