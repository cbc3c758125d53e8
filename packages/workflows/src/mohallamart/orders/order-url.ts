import type { OrderLinks } from "@org/stores/mohallamart/order-links/port";

export interface OrderUrlPorts {
  orderLinks: Pick<OrderLinks, "issue">;
  webUrl: string;
}

/** Stands in a message for its order's page until it is sent: what a step returns is kept by the engine. */
const placeholder = "https://order.invalid/link";

/** How a message names its order's page while it is rendered; `withOrderUrl` puts the link in its place. */
export const orderUrl = placeholder;

/**
 * A message with its order's link in place of `orderUrl`. Only inside the step that sends it: the link opens the order
 * to whoever has it, so no step returns one. Written again, it is the same, as a repeated message must be.
 */
export async function withOrderUrl<Message extends object>(
  ports: OrderUrlPorts,
  orderId: string,
  message: Message,
): Promise<Message> {
  if (!JSON.stringify(message).includes(placeholder)) return message;
  const token = await ports.orderLinks.issue(orderId);
  // Once the customer's account is closed the order's page is for the shop and the staff only.
  const url = token === undefined ? `${ports.webUrl}/orders/${orderId}` : `${ports.webUrl}/o/${token}`;
  return replaced(message, url);
}

/** Every text of a message, however deep; nothing but texts changes, so the message keeps its type. */
function replaced<Part>(part: Part, url: string): Part {
  return fill(part, url) as Part;
}

function fill(part: unknown, url: string): unknown {
  if (typeof part === "string") return part.replaceAll(placeholder, url);
  if (Array.isArray(part)) return part.map((each) => fill(each, url));
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, fill(each, url)]));
}
