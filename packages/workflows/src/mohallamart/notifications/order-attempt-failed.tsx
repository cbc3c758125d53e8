import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import * as z from "zod";
import { brandFor } from "../brand.ts";
import { FailedAttemptEmail } from "../orders/failed-attempt-email.tsx";
import { orderToken, orderUrl as url } from "../orders/order-url.ts";
import { whyNotOnItsWay } from "../orders/why-silent.ts";
import { orderWords } from "../orders/words.ts";
import { smsText } from "../sms-text.ts";
import { notificationType } from "./notification-type.ts";
import { ownOrder } from "./own-order.ts";

/** That an order could not be handed over and comes again, to the contact that its customer gave for it. */
export const orderAttemptFailed = notificationType({
  messageClass: "transactional",
  data: z.object({ orderId: z.string(), attempt: z.number() }),
  async word({ user, data: { orderId, ...data }, ports }) {
    const order = await ownOrder({ user, ports }, orderId);
    if (whyNotOnItsWay(order)) return undefined;
    const { shop, customer, language } = order;
    const number = orderNumber(orderId);
    const brand = brandFor(ports, language);
    const { say } = wordsIn(orderWords, brand.locale);
    const attempt = String(data.attempt);
    return {
      subject: orderId,
      title: say("attemptFailedTitle"),
      body: say("attemptFailedNews", { attempt, shop: shop.name, order: number }),
      url,
      sms: smsText(
        "order-attempt-failed",
        { attempt, shop: shop.name, order: number, link: orderToken },
        { brand, webUrl: ports.webUrl },
      ),
      email: (
        <FailedAttemptEmail
          customerName={customer.name}
          order={number}
          shopName={shop.name}
          attempt={data.attempt}
          reason="other"
          orderUrl={url}
        />
      ),
      brand,
      contact: customer,
    };
  },
});
