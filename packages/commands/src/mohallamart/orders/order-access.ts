import { orderId as orderIdSchema } from "@org/events/mohallamart/fields";
import type { OrderLinks, OrderParties } from "@org/stores/mohallamart/order-links/port";
import { hasRole, type Person } from "../../sessions/person.ts";

/** Whoever asks for an order: never from a form. */
export interface OrderReader {
  /** Who is signed in. */
  person?: Person | undefined;
  /** What a link to the order has left in the browser. */
  linkToken?: string | undefined;
}

export interface OrderAccess {
  /** By what: the account that ordered, the order's shop, MohallaMart's staff, or a link to the order. */
  as: "owner" | "shop" | "staff" | "link";
  /** Until when a link is enough to cancel the order: ISO 8601, UTC. */
  linkCancelsUntil: string;
}

/** Milliseconds after the order in which a link is enough to cancel it; later its owner signs in. */
export const linkCancelsFor = 24 * 60 * 60_000;

export type OrderAccessLinks = Pick<OrderLinks, "parties" | "opens">;

/**
 * What somebody may do with an order. The answer for an order that is not theirs is the one for an order that does not
 * exist, and takes the same work.
 */
export async function orderAccess(
  { orderLinks }: { orderLinks: OrderAccessLinks },
  orderId: string,
  { person, linkToken = "" }: OrderReader,
): Promise<OrderAccess | undefined> {
  if (!orderIdSchema.safeParse(orderId).success) return undefined;
  const [parties, isOpened] = await Promise.all([
    orderLinks.parties(orderId),
    orderLinks.opens(orderId, linkToken),
  ]);
  if (!parties) return undefined;
  const as = (person && roleOf(person, parties)) ?? (isOpened ? "link" : undefined);
  return as && { as, linkCancelsUntil: linkCancelsUntil(parties) };
}

/** Whether they see where an order goes: a link may be passed on, and staff has no need of it. */
export function seesAddress({ as }: Pick<OrderAccess, "as">): boolean {
  return as === "owner" || as === "shop";
}

function roleOf(person: Person, { userId, shopId }: OrderParties): OrderAccess["as"] | undefined {
  if (hasRole(person, ["customer"]) && person.id === userId) return "owner";
  if (hasRole(person, ["shopkeeper"]) && person.shopId === shopId) return "shop";
  return hasRole(person, ["admin"]) ? "staff" : undefined;
}

function linkCancelsUntil({ placedAt }: OrderParties): string {
  return new Date(Date.parse(placedAt) + linkCancelsFor).toISOString();
}

/** Whether whoever has this access may cancel, as long as the order can be cancelled at all. @param now milliseconds since 1970 */
export function mayCancel({ as, linkCancelsUntil }: OrderAccess, now = Date.now()): boolean {
  return as === "owner" || (as === "link" && now < Date.parse(linkCancelsUntil));
}

/** The same for an order that is being paid, whose customer has no account or session yet: who began it, by its browser. */
export async function checkoutAccess(
  { orderLinks }: { orderLinks: OrderAccessLinks },
  orderId: string,
  reader: OrderReader,
): Promise<boolean> {
  if (!orderIdSchema.safeParse(orderId).success) return false;
  const [placed, isOpened] = await Promise.all([
    orderAccess({ orderLinks }, orderId, reader),
    orderLinks.opens(orderId, reader.linkToken ?? ""),
  ]);
  return placed !== undefined || isOpened;
}
