import {
  checkoutAccess,
  type OrderAccess,
  type OrderReader,
  orderAccess,
} from "@org/commands/mohallamart/orders/order-access";
import { currentPerson } from "../session/current-person.ts";
import { orderLinks } from "../stores.ts";
import { readCheckoutToken, readOrderToken } from "./order-cookies.ts";

/** Who asks for an order: who is signed in, and what a link has left in the browser. */
export async function currentOrderReader(): Promise<OrderReader> {
  const [person, linkToken] = await Promise.all([currentPerson(), readOrderToken()]);
  return { person, linkToken };
}

/** What the current reader may do with an order; undefined when they may not know of it, or there is none. */
export async function currentOrderAccess(orderId: string): Promise<OrderAccess | undefined> {
  return orderAccess({ orderLinks: orderLinks() }, orderId, await currentOrderReader());
}

/** Whether the current request may see the payment of an order, at the addresses on which it is paid. */
export async function mayOpenCheckout(orderId: string): Promise<boolean> {
  const [person, linkToken] = await Promise.all([currentPerson(), readCheckoutToken()]);
  return checkoutAccess({ orderLinks: orderLinks() }, orderId, { person, linkToken });
}
