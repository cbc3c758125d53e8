import { NonRetriableError } from "inngest";
import * as z from "zod";
import { brandOf } from "../brand.ts";
import { findOrder } from "../orders/find-order.ts";
import { OrderStatusEmail, type OrderStatusEmailProps } from "../orders/order-status-email.tsx";
import { orderToken, orderUrl as url } from "../orders/order-url.ts";
import { smsText } from "../sms-text.ts";
import { type NotificationType, notificationType } from "./notification-type.ts";

type Status = OrderStatusEmailProps["status"];

const sentences: Record<Status, { title: string; done: string }> = {
  packed: { title: "Your order is packed", done: "has packed your order" },
  shipped: { title: "Your order is on the way", done: "has handed over your order" },
  delivered: { title: "Your order has arrived", done: "says that you have received your order" },
};

/** A step of an order towards its customer, who is told at the contact that they gave for the order. */
export function orderStatus(status: Status): NotificationType {
  return notificationType({
    messageClass: "transactional",
    data: z.object({ orderId: z.string() }),
    async word({ user, data: { orderId }, ports }) {
      const order = await findOrder(ports.orders, orderId);
      if (order.userId !== user.userId) {
        throw new NonRetriableError(
          `Order ${orderId} is not one of user ${user.userId}. Correct the sender.`,
        );
      }
      if (order.status === "cancelled") return undefined;
      const { shop, customer } = order;
      const { title, done } = sentences[status];
      return {
        subject: orderId,
        title,
        body: `${shop.name} ${done} ${orderId}.`,
        url,
        sms: smsText(
          `order-${status}`,
          { shop: shop.name, order: orderId, link: orderToken },
          { brand: brandOf(ports), webUrl: ports.webUrl },
        ),
        email: (
          <OrderStatusEmail
            customerName={customer.name}
            orderId={orderId}
            shopName={shop.name}
            status={status}
            orderUrl={url}
          />
        ),
        contact: customer,
      };
    },
  });
}
