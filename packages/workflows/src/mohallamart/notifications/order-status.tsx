import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import * as z from "zod";
import { brandFor } from "../brand.ts";
import { OrderStatusEmail, type OrderStatusEmailProps } from "../orders/order-status-email.tsx";
import { orderToken, orderUrl as url } from "../orders/order-url.ts";
import { orderWords } from "../orders/words.ts";
import { smsText } from "../sms-text.ts";
import { type NotificationType, notificationType } from "./notification-type.ts";
import { ownOrder } from "./own-order.ts";

type Status = OrderStatusEmailProps["status"];

/** A step of an order towards its customer, who is told at the contact that they gave for the order. */
export function orderStatus(status: Status): NotificationType {
  return notificationType({
    messageClass: "transactional",
    data: z.object({ orderId: z.string() }),
    async word({ user, data: { orderId }, ports }) {
      const order = await ownOrder({ user, ports }, orderId);
      if (order.status === "cancelled") return undefined;
      const { shop, customer } = order;
      const number = orderNumber(orderId);
      const brand = brandFor(ports, order.language);
      const { say } = wordsIn(orderWords, brand.locale);
      return {
        subject: orderId,
        title: say(`${status}Title`),
        body: say(`${status}News`, { shop: shop.name, order: number }),
        url,
        sms: smsText(
          `order-${status}`,
          { shop: shop.name, order: number, link: orderToken },
          { brand, webUrl: ports.webUrl },
        ),
        email: (
          <OrderStatusEmail
            customerName={customer.name}
            order={number}
            shopName={shop.name}
            status={status}
            orderUrl={url}
          />
        ),
        brand,
        contact: customer,
      };
    },
  });
}
