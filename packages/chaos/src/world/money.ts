import { type Act, actsOf } from "../run/journal.ts";
import type { Finding, Order, Payment, Snapshot } from "./snapshot.ts";

type Books = Pick<Snapshot, "orders" | "payments" | "checkouts">;

/** What the vendor holds is what the orders say, for each and in all. */
export function lookAtMoney({ orders, payments, checkouts }: Books, acts: readonly Act[]): Finding[] {
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const prepaid = orders.filter(({ payment }) => payment === "prepaid");
  const found = prepaid.flatMap((order) => differences(order, byId.get(order.paymentId ?? "")));
  const known = new Set(prepaid.map(({ paymentId }) => paymentId));
  for (const { id, status } of payments) {
    if (known.has(id) || status === "authorised" || status === "refunded" || status === "failed") continue;
    found.push({ kind: "wrong", what: "money", id, says: `it is ${status}, and no order names it` });
  }
  return [...found, ...unanswered(orders, checkouts, acts), ...total(prepaid, payments)];
}

function differences(order: Order, payment: Payment | undefined): Finding[] {
  const { orderId: id, status, paymentStatus, refundStatus, total } = order;
  const wrong = (says: string): Finding[] => [{ kind: "wrong", what: "money", id, says, owed: true }];
  if (!payment) return wrong(`the vendor knows no payment ${order.paymentId}`);
  const held = `${payment.status} at the vendor, ${paymentStatus}${refundStatus ? `, refund ${refundStatus},` : ""} in our books`;
  if (payment.amount !== total)
    return wrong(`the payment is of ${payment.amount}, the order of ${total} paise`);
  if (status !== "cancelled") {
    const isRight = payment.status === "captured" && payment.refunded === 0 && paymentStatus === "captured";
    return isRight ? [] : wrong(`it is ${status}, and its payment ${held}`);
  }
  const isBack = payment.status === "refunded" && payment.refunded === payment.amount;
  if (isBack ? paymentStatus === "refunded" : payment.status !== "captured" && paymentStatus !== "captured")
    return [];
  return wrong(`it is cancelled, and its payment ${held}, ${payment.refunded} paise went back`);
}

/** Somebody paid: then there is an order, or a reason why there is none. */
function unanswered(
  orders: readonly Order[],
  checkouts: Books["checkouts"],
  acts: readonly Act[],
): Finding[] {
  const placed = new Set(orders.map(({ orderId }) => orderId));
  const refused = new Set(
    checkouts.filter(({ status }) => status === "refused").map(({ orderId }) => orderId),
  );
  return actsOf(acts, "payment")
    .filter(({ id, paymentId }) => paymentId !== "" && !placed.has(id) && !refused.has(id))
    .map(({ id, paymentId }) => ({
      kind: "lost",
      what: "money",
      id,
      says: `it was paid with ${paymentId}, and there is neither an order nor a refusal`,
    }));
}

function total(prepaid: readonly Order[], payments: readonly Payment[]): Finding[] {
  const held = payments
    .filter(({ status }) => status === "captured" || status === "refunded")
    .reduce((sum, { amount, refunded }) => sum + amount - refunded, 0);
  const booked = prepaid
    .filter(({ paymentStatus }) => paymentStatus === "captured")
    .reduce((sum, order) => sum + order.total, 0);
  if (held === booked) return [];
  const says = `the vendor holds ${held} paise, our books say ${booked}`;
  return [{ kind: "wrong", what: "money", id: "all orders", says }];
}
