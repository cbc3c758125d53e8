import { linkCookie } from "../links/link-cookie.ts";
import { orderLinks } from "../stores.ts";

/** Two names, because a response sets one cookie of a name, and these are for different paths. */
const orderCookie = linkCookie("order-link");
const checkoutCookie = linkCookie("checkout-link");

/** What a link to the order has left in this browser; at the order's own addresses only. */
export async function readOrderToken(): Promise<string | undefined> {
  return orderCookie.read();
}

/** The same at the addresses on which an order is paid. */
export async function readCheckoutToken(): Promise<string | undefined> {
  return checkoutCookie.read();
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
