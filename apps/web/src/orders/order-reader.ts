import {
  checkoutAccess,
  type OrderAccess,
  type OrderReader,
  orderAccess,
} from "@org/commands/mohallamart/orders/order-access";
import { findPerson } from "@org/commands/sessions/find-people";
import type { Person } from "@org/commands/sessions/person";
import type { Follower } from "../live/follower.ts";
import { currentPerson } from "../session/current-person.ts";
import { readSession, sessionReader } from "../session/session-cookie.ts";
import { orderLinks, people } from "../stores.ts";
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

/**
 * Who may follow an order from now on, asked again and again while they do; undefined for who may not. All who may are
 * shown the same, so they are one follower.
 */
export async function orderFollower(orderId: string): Promise<Follower | undefined> {
  const [reader, readAgain] = await Promise.all([currentOrderReader(), sessionReader()]);
  const links = orderLinks();
  if (!(await orderAccess({ orderLinks: links }, orderId, reader))) return undefined;
  return {
    personId: "",
    async isAllowed() {
      const session = await readAgain();
      const person = session && (await findPerson(people(), session.userId));
      const { linkToken } = reader;
      return (await orderAccess({ orderLinks: links }, orderId, { person, linkToken })) !== undefined;
    },
  };
}

/** Who is signed in, looked at before any route runs: it renews no session, whose new secret the route would not have. */
export async function personBeforeRoutes(): Promise<Person | undefined> {
  const session = await readSession();
  return session && findPerson(people(), session.userId);
}
