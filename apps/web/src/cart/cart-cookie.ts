import { cookies } from "next/headers";
import { cookieOptions } from "../http/cookie-options.ts";
import { ownCookie } from "../http/own-cookie.ts";
import { type Cart, parseCart, serializeCart } from "./cart.ts";

const cookieName = () => ownCookie("cart");
const maxAge = 30 * 24 * 60 * 60;

export async function readCart(): Promise<Cart> {
  const jar = await cookies();
  return parseCart(jar.get(cookieName())?.value);
}

/** Only in a server action or a route handler; a page that is being rendered cannot set cookies. */
export async function writeCart(cart: Cart): Promise<void> {
  const jar = await cookies();
  jar.set(cookieName(), serializeCart(cart), cookieOptions(maxAge));
}
