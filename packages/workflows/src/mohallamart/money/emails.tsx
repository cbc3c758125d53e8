import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import * as z from "zod";
import { brandFor } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import { emailTemplate } from "../notifications/email-template.ts";
import { findOrder } from "../orders/find-order.ts";
import { orderUrl } from "../orders/order-url.ts";
import { whyErased } from "../orders/why-silent.ts";
import { findReleased } from "./find-released.ts";
import { MoneyNewsEmail } from "./money-news-email.tsx";
import { ReleasedPaymentEmail } from "./released-payment-email.tsx";
import { moneyWords } from "./words.ts";

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
    const brand = brandFor(ports, order.language);
    const { say } = wordsIn(moneyWords, brand.locale);
    const body = await renderBranded(
      <MoneyNewsEmail
        customerName={customer.name}
        order={orderNumber(orderId)}
        shopName={shop.name}
        news={news}
        amount={amount}
        orderUrl={orderUrl}
      />,
      brand,
    );
    const subject = say("subject", { title: say(`${news}-title`), order: orderNumber(orderId) });
    return { to: customer.email, subject, ...body };
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
    const brand = brandFor(ports, released.language);
    const { say } = wordsIn(moneyWords, brand.locale);
    const body = await renderBranded(
      <ReleasedPaymentEmail
        customerName={customer.name}
        order={orderNumber(orderId)}
        shopName={shop?.name ?? brand.name}
        refusal={refusal}
        amount={amount}
        cartUrl={`${ports.webUrl}/cart`}
      />,
      brand,
    );
    const subject = say("subject", { title: say("releasedTitle"), order: orderNumber(orderId) });
    return { to: customer.email, subject, ...body };
  },
});
