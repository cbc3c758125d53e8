import * as z from "zod";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import { emailTemplate } from "../notifications/email-template.ts";
import { findOrder } from "../orders/find-order.ts";
import { orderUrl } from "../orders/order-url.ts";
import { whyErased } from "../orders/why-silent.ts";
import { findReleased } from "./find-released.ts";
import { MoneyNewsEmail, newsTitle } from "./money-news-email.tsx";
import { ReleasedPaymentEmail, releasedPaymentTitle } from "./released-payment-email.tsx";

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

/** To whoever paid and got no order for it. */
export const releasedPayment = emailTemplate({
  name: "released-payment",
  data: z.object({ paymentId: z.string() }),
  async write({ data: { paymentId }, ports }) {
    const { released, shop } = await findReleased(ports, paymentId);
    const { customer, orderId, refusal, amount } = released;
    if (!customer) return { skipped: `Nobody is known any more who made payment ${paymentId}.` };
    const brand = brandOf(ports);
    const body = await renderBranded(
      <ReleasedPaymentEmail
        customerName={customer.name}
        orderId={orderId}
        shopName={shop?.name ?? brand.name}
        refusal={refusal}
        amount={amount}
        cartUrl={`${ports.webUrl}/cart`}
      />,
      brand,
    );
    return { to: customer.email, subject: `${releasedPaymentTitle}: order ${orderId}`, ...body };
  },
});
