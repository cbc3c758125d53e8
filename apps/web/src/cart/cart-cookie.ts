import { cookies, headers } from "next/headers";
import { type Cart, parseCart, serializeCart } from "./cart.ts";

const cookieName = "cart";
const maxAge = 30 * 24 * 60 * 60;

export async function readCart(): Promise<Cart> {
  const jar = await cookies();
  return parseCart(jar.get(cookieName)?.value);
}

/** Only in a server action or a route handler; a page that is being rendered cannot set cookies. */
export async function writeCart(cart: Cart): Promise<void> {
  const jar = await cookies();
  const protocol = (await headers()).get("x-forwarded-proto");
  jar.set(cookieName, serializeCart(cart), {
    httpOnly: true,
    sameSite: "lax",
    secure: protocol === "https",
    path: "/",
    maxAge,
  });
}
