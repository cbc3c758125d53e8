import { type Act, actsOf } from "../run/journal.ts";
import type { Finding, Order, Snapshot } from "./snapshot.ts";

/** Every order that somebody was told of is there once, as they left it, with its stock; and no other is. */
export function lookAtOrders({ orders }: Pick<Snapshot, "orders">, acts: readonly Act[]): Finding[] {
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  return [
    ...missing(byId, acts),
    ...uncancelled(byId, acts),
    ...orders.flatMap((order) => unasked(order, acts)),
  ]
    .concat(doubled(orders))
    .concat(orders.flatMap(stockOf));
}

function missing(orders: ReadonlyMap<string, Order>, acts: readonly Act[]): Finding[] {
  const placed = [
    ...actsOf(acts, "order").filter(({ payment }) => payment === "cash"),
    ...actsOf(acts, "payment"),
  ].filter(({ answer }) => answer === "acknowledged");
  return placed.flatMap(({ id }) =>
    orders.has(id)
      ? []
      : [{ kind: "lost", what: "order", id, says: "its customer saw it placed; it is not there" }],
  );
}

function uncancelled(orders: ReadonlyMap<string, Order>, acts: readonly Act[]): Finding[] {
  return actsOf(acts, "cancellation")
    .filter(({ answer, id }) => answer === "acknowledged" && orders.get(id)?.status !== "cancelled")
    .map(({ id }) => ({
      kind: "lost",
      what: "cancellation",
      id,
      says: `the order is ${orders.get(id)?.status}`,
    }));
}

/** An order that nobody can have asked for, and one that went although nobody cancelled it. */
function unasked({ orderId: id, status, payment }: Order, acts: readonly Act[]): Finding[] {
  const about = acts.filter((act) => act.id === id);
  const found: Finding[] = [];
  const asked = about.filter(({ what }) => what === "order" || what === "payment");
  if (!asked.some(({ answer }) => answer === "acknowledged" || answer === "doubt")) {
    found.push({ kind: "wrong", what: "order", id, says: "nobody was told of it, and nobody is in doubt" });
  }
  const isMeant = actsOf(about, "cancellation").some(({ answer }) => answer !== "refused");
  if (status === "cancelled" && payment === "cash" && !isMeant) {
    found.push({ kind: "wrong", what: "order", id, says: "it is cancelled, and nobody asked for that" });
  }
  return found;
}

/** Each customer orders once. */
function doubled(orders: readonly Order[]): Finding[] {
  const byCustomer = Map.groupBy(orders, ({ email }) => email);
  return [...byCustomer.values()]
    .filter((own) => own.length > 1)
    .map((own) => ({
      kind: "doubled",
      what: "order",
      id: own.map(({ orderId }) => orderId).join(", "),
      says: "one customer asked once",
    }));
}

function stockOf({ orderId: id, status, isTaken, isRestored }: Order): Finding[] {
  if (status === "cancelled") {
    if (isRestored) return [];
    return [
      { kind: "lost", what: "stock", id, says: "cancelled, and its stock did not go back", owed: true },
    ];
  }
  if (isTaken && !isRestored) return [];
  const says = isRestored ? "it stands, and its stock went back" : "it stands, and its stock was not taken";
  return [{ kind: "lost", what: "stock", id, says, owed: true }];
}
