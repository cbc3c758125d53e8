import type { CustomerField } from "@org/commands/mohallamart/orders/order-request";
import type { Person } from "@org/commands/sessions/person";
import type { SavedAddress } from "@org/stores/mohallamart/port";
import { readBegunOrder } from "../orders/order-cookies.ts";
import { mohallaMart, orderLinks } from "../stores.ts";

export interface LastEntries {
  saved: SavedAddress[];
  /** Which one is in the form; undefined for none. */
  chosen: string | undefined;
  /** What the form begins with. */
  values: Partial<Record<CustomerField, string>>;
}

/** What this browser's customer typed before they went to pay, and came back from it; undefined where nobody did. */
export async function begunEntries(shopId: string): Promise<LastEntries["values"] | undefined> {
  const begun = await readBegunOrder();
  if (!begun) return undefined;
  const [mayOpen, checkout] = await Promise.all([
    orderLinks().opens(begun.orderId, begun.linkToken),
    mohallaMart().checkouts.get(begun.orderId),
  ]);
  if (!mayOpen || checkout?.status !== "open" || checkout.shopId !== shopId) return undefined;
  const { customer, address } = checkout;
  return { ...customer, ...address, payment: "prepaid" };
}

/**
 * What a signed-in customer said the last time.
 * @param wanted the id of one of their addresses, or `new`; the last used unless given
 */
export async function lastEntries(person: Person | undefined, wanted?: string): Promise<LastEntries> {
  if (person?.role !== "customer") return { saved: [], chosen: undefined, values: {} };
  const { id: userId, name, email } = person;
  const { addresses, users } = mohallaMart();
  const [saved, user] = await Promise.all([addresses.list({ userId }), users.get(userId)]);
  const contact = { name, email, ...(user?.phone ? { phone: user.phone } : {}) };
  const address =
    wanted === "new" ? undefined : (saved.find(({ addressId }) => addressId === wanted) ?? saved[0]);
  if (!address) return { saved, chosen: undefined, values: contact };
  const { addressId, ...entries } = address;
  return { saved, chosen: addressId, values: { ...contact, ...entries } };
}
