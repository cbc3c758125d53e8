import { linkCookie } from "../links/link-cookie.ts";
import { orderLinks } from "../stores.ts";

/** Two names, because a response sets one cookie of a name, and these are for different paths. */
const orderCookie = linkCookie("order-link");
const checkoutCookie = linkCookie("checkout-link");
/** Below the shop's checkout; it names the order as well. Two hours are enough to come back from a bank's page. */
const begunCookie = linkCookie("checkout-begun", 2 * 60 * 60);

/** What a link to the order has left in this browser; at the order's own addresses only. */
export async function readOrderToken(): Promise<string | undefined> {
  return orderCookie.read();
}

/** The same at the addresses on which an order is paid. */
export async function readCheckoutToken(): Promise<string | undefined> {
  return checkoutCookie.read();
}

/** The order that this browser began to pay at a shop last, if it did so a short while ago. */
export async function readBegunOrder(): Promise<{ orderId: string; linkToken: string } | undefined> {
  const [orderId, linkToken] = (await begunCookie.read())?.split(".") ?? [];
  return orderId && linkToken ? { orderId, linkToken } : undefined;
}

/** Lets the shop's checkout say again what was typed. Only in a server action or a route handler. */
export async function keepBegunOrder({
  shopId,
  orderId,
}: {
  shopId: string;
  orderId: string;
}): Promise<void> {
  const token = await orderLinks().forBrowser(orderId);
  if (token !== undefined)
    await begunCookie.keep(`/checkout/${encodeURIComponent(shopId)}`, `${orderId}.${token}`);
}

/** Lets this browser see the order. Only in a server action or a route handler. */
export async function keepOrderToken(orderId: string, token: string): Promise<void> {
  await orderCookie.keep(`/orders/${encodeURIComponent(orderId)}`, token);
}

/** The same for the browser in which an order is placed, or is about to be. */
export async function keepOwnOrder({ shopId, orderId }: { shopId: string; orderId: string }): Promise<void> {
  const token = await orderLinks().forBrowser(orderId);
  if (token === undefined) return;
  await keepOrderToken(orderId, token);
  const path = `/checkout/${encodeURIComponent(shopId)}/${encodeURIComponent(orderId)}`;
  await checkoutCookie.keep(path, token);
}
