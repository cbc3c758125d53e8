import { cookies } from "next/headers";
import { cookieOptions } from "../http/cookie-options.ts";
import { orderLinks } from "../stores.ts";

/** Two names, because a response sets one cookie of a name, and these are for different paths. */
const orderCookie = "order-link";
const checkoutCookie = "checkout-link";

/** Seconds; afterwards a link from a message opens the order again. */
const maxAge = 30 * 24 * 60 * 60;

/** What a link to the order has left in this browser; at the order's own addresses only. */
export async function readOrderToken(): Promise<string | undefined> {
  return (await cookies()).get(orderCookie)?.value;
}

/** The same at the addresses on which an order is paid. */
export async function readCheckoutToken(): Promise<string | undefined> {
  return (await cookies()).get(checkoutCookie)?.value;
}

/** Lets this browser see the order. Only in a server action or a route handler. */
export async function keepOrderToken(orderId: string, token: string): Promise<void> {
  const path = `/orders/${encodeURIComponent(orderId)}`;
  (await cookies()).set(orderCookie, token, { ...cookieOptions(maxAge), path });
}

/** The same for the browser in which an order is placed, or is about to be. */
export async function keepOwnOrder({ shopId, orderId }: { shopId: string; orderId: string }): Promise<void> {
  const token = await orderLinks().forBrowser(orderId);
  if (token === undefined) return;
  await keepOrderToken(orderId, token);
  const path = `/checkout/${encodeURIComponent(shopId)}/${encodeURIComponent(orderId)}`;
  (await cookies()).set(checkoutCookie, token, { ...cookieOptions(maxAge), path });
}
