import {
  checkoutAccess,
  type OrderAccess,
  type OrderReader,
  orderAccess,
} from "@org/commands/mohallamart/orders/order-access";
import type { Person } from "@org/commands/sessions/person";
import { linkFollower } from "../links/link-follower.ts";
import type { Follower } from "../live/follower.ts";
import { currentPerson } from "../session/current-person.ts";
import { orderLinks } from "../stores.ts";
import { readCheckoutToken, readOrderToken } from "./order-cookies.ts";

type WhoAsks = () => Promise<Person | undefined>;

/** Who asks for an order: who is signed in, and what a link has left in the browser. */
export async function currentOrderReader(whoAsks: WhoAsks = currentPerson): Promise<OrderReader> {
  const [person, linkToken] = await Promise.all([whoAsks(), readOrderToken()]);
  return { person, linkToken };
}

/** What the current reader may do with an order; undefined when they may not know of it, or there is none. */
export async function currentOrderAccess(
  orderId: string,
  whoAsks?: WhoAsks,
): Promise<OrderAccess | undefined> {
  return orderAccess({ orderLinks: orderLinks() }, orderId, await currentOrderReader(whoAsks));
}

/** Whether the current request may see the payment of an order, at the addresses on which it is paid. */
export async function mayOpenCheckout(orderId: string, whoAsks: WhoAsks = currentPerson): Promise<boolean> {
  const [person, linkToken] = await Promise.all([whoAsks(), readCheckoutToken()]);
  return checkoutAccess({ orderLinks: orderLinks() }, orderId, { person, linkToken });
}

/** Who may follow an order from now on; undefined for who may not. */
export async function orderFollower(orderId: string): Promise<Follower | undefined> {
  const links = { orderLinks: orderLinks() };
  return linkFollower(
    await readOrderToken(),
    async (reader) => (await orderAccess(links, orderId, reader)) !== undefined,
  );
}
