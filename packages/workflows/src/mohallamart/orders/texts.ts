import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import * as z from "zod";
import { brandFor, money } from "../brand.ts";
import { smsTemplate } from "../notifications/sms-template.ts";
import { smsText } from "../sms-text.ts";
import { findOrder } from "./find-order.ts";
import { orderToken } from "./order-url.ts";
import { whySilent } from "./why-silent.ts";

/** To the customer: that their order went through, unless it was cancelled meanwhile. */
export const orderConfirmationText = smsTemplate({
  name: "order-confirmation",
  data: z.object({ orderId: z.string() }),
  async write({ data: { orderId }, ports }) {
    const order = await findOrder(ports.orders, orderId);
    const skipped = whySilent(order);
    if (skipped) return { skipped };
    const { shop, total, language, customer } = order;
    const brand = brandFor(ports, language);
    const values = {
      shop: shop.name,
      order: orderNumber(orderId),
      total: money(total, brand),
      link: orderToken,
    };
    const text = smsText("order-confirmation", values, { brand, webUrl: ports.webUrl });
    return { ...text, to: customer.phone };
  },
});
