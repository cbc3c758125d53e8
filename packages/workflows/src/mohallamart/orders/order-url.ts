import type { OrderLinks } from "@org/stores/mohallamart/order-links/port";
import { filledIn, holdsAny } from "../../filled-in.ts";

export interface OrderUrlPorts {
  orderLinks: Pick<OrderLinks, "issue">;
  webUrl: string;
}

/** How a message names its order's page while it is rendered; `withOrderUrl` puts the link in its place. */
export const orderUrl = "https://order.invalid/link";

/** Stands for the last part of the link in a text message, as long as that will be. */
export const orderToken = "order.invalid".padEnd(22, ".");

/**
 * A message with its order's link in place of `orderUrl` and `orderToken`. Only inside the step that sends it: the link
 * opens the order to whoever has it, so no step returns one. Written again, it is the same, as a repeated message must be.
 */
export async function withOrderUrl<Message extends object>(
  ports: OrderUrlPorts,
  orderId: string,
  message: Message,
): Promise<Message> {
  if (!holdsAny(message, [orderUrl, orderToken])) return message;
  const token = await ports.orderLinks.issue(orderId);
  // Once the customer's account is closed the order's page is for the shop and the staff only.
  const url = token === undefined ? `${ports.webUrl}/orders/${orderId}` : `${ports.webUrl}/o/${token}`;
  return filledIn(message, { [orderUrl]: url, [orderToken]: token ?? orderId });
}
