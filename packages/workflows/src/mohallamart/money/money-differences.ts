import type { Payment, Refund } from "@org/integrations/payments/port";
import type { BookedPayment, Checkouts, MoneyDifference, RefundToBook } from "@org/stores/mohallamart/port";

interface Books {
  money: { findMany(paymentIds: readonly string[]): Promise<BookedPayment[]> };
  checkouts: Pick<Checkouts, "findByPayment">;
}

/** What the vendor says of payments and our books do not. What an order waits for is told by {@link unsettledDifferences}. */
export async function paymentDifferences(
  { money, checkouts }: Books,
  payments: readonly Payment[],
): Promise<MoneyDifference[]> {
  const booked = byPayment(await money.findMany(payments.map(({ id }) => id)));
  const differences: MoneyDifference[] = [];
  for (const payment of payments) {
    const order = booked.get(payment.id);
    const found = order ? withOrder(payment, order) : await withoutOrder(checkouts, payment);
    if (found) differences.push(found);
  }
  return differences;
}

function withOrder(payment: Payment, order: BookedPayment): MoneyDifference | undefined {
  const about = { orderId: order.orderId, paymentId: payment.id };
  const sides = `The vendor says ${payment.status}, our books say ${order.status}.`;
  const isTaken = payment.status === "captured" || payment.status === "refunded";
  const isBooked = order.status === "captured" || order.status === "refunded";
  if (isTaken && payment.amount !== order.amount) {
    return {
      kind: "other-amount",
      ...about,
      found: `The vendor took ${payment.amount}, the order is ${order.amount}.`,
      next: "Refund what is too much in the vendor's dashboard, or ask the customer for the rest.",
    };
  }
  if (isTaken && !isBooked && payment.status === "captured") {
    return {
      kind: "taken-not-booked",
      ...about,
      found: sides,
      next: "Replay the failed run of process-order, or of cancel-order when the order is cancelled: it books what was taken.",
    };
  }
  if (isBooked && !isTaken) {
    return {
      kind: "booked-not-taken",
      ...about,
      found: sides,
      next: "Look the payment up in the vendor's dashboard. If the money never came, ask the customer to pay again.",
    };
  }
  return undefined;
}

/** Money that was taken and pays for nothing; what is only reserved goes back by itself. */
async function withoutOrder(
  checkouts: Books["checkouts"],
  { id: paymentId, paymentOrderId, status, amount }: Payment,
): Promise<MoneyDifference | undefined> {
  if (status !== "captured") return undefined;
  const checkout = paymentOrderId ? await checkouts.findByPayment(paymentOrderId) : undefined;
  return {
    kind: "taken-for-no-order",
    ...(checkout ? { orderId: checkout.orderId } : {}),
    paymentId,
    found: `The vendor took ${amount} and no order is paid with it${checkout ? `; its checkout is ${checkout.status}` : ""}.`,
    next: "Refund the payment in the vendor's dashboard.",
  };
}

/** What the vendor says of refunds: those of which we missed the news, and those that belong to no order. */
export function refundDifferences(
  refunds: readonly Refund[],
  payments: readonly BookedPayment[],
): { differences: MoneyDifference[]; missed: RefundToBook[] } {
  const booked = byPayment(payments);
  const differences: MoneyDifference[] = [];
  const missed: RefundToBook[] = [];
  for (const { id: refundId, paymentId, amount, status } of refunds) {
    const order = booked.get(paymentId);
    if (!order || order.status === "authorised" || order.status === "failed") continue;
    const { orderId } = order;
    const ours = order.refunds.find((refund) => refund.refundId === refundId)?.status;
    if (ours === status) continue;
    if (ours !== undefined && status === "pending") {
      differences.push({
        kind: "refund-not-ended",
        orderId,
        paymentId,
        refundId,
        found: `The vendor says pending, our books say ${ours}.`,
        next: "Look the refund up in the vendor's dashboard, and write to the vendor if it stays so.",
      });
      continue;
    }
    missed.push({ refundId, orderId, amount, status });
    differences.push({
      kind: "refund-news-missed",
      orderId,
      paymentId,
      refundId,
      found: `The vendor says ${status}, our books said ${ours ?? "nothing"}; they say the same now.`,
      next: "Nothing for this refund. If it happens again, look in the vendor's dashboard whether the webhook is switched off.",
    });
  }
  return { differences, missed };
}

const day = 24 * 3_600_000;
/** Banks take five to seven working days. */
const patience = 10 * day;

/** What orders wait for that should have come by now. */
export function unsettledDifferences(orders: readonly BookedPayment[], now: Date): MoneyDifference[] {
  return orders.flatMap((order) => {
    const { orderId, paymentId } = order;
    const found = waitingFor(order, now);
    return found ? [{ orderId, paymentId, ...found }] : [];
  });
}

function waitingFor(
  { status, refund, order, placedAt }: BookedPayment,
  now: Date,
): Pick<MoneyDifference, "kind" | "found" | "next"> | undefined {
  if (status === "authorised" && order !== "cancelled") {
    return {
      kind: "not-captured",
      found: `Placed at ${placedAt}, ${order}, and the money is only reserved.`,
      next: "Replay the failed run of process-order. After some days the vendor lets the money go, and the order is cancelled.",
    };
  }
  if (status === "failed") {
    return {
      kind: "not-paid",
      found: `The order is ${order} and its payment was refused.`,
      next: "Ask the customer to pay in another way.",
    };
  }
  if (refund === "failed") {
    return {
      kind: "refund-failed",
      found: "The bank did not take the refund.",
      next: "Refund the payment anew in the vendor's dashboard, or ask the customer for another account.",
    };
  }
  if (refund === "pending") {
    if (now.getTime() - Date.parse(placedAt) < patience) return undefined;
    return {
      kind: "refund-late",
      found: `The order is of ${placedAt}, and the bank does not have its refund yet.`,
      next: "Look the refund up in the vendor's dashboard, and write to the vendor if it is older than ten days.",
    };
  }
  if (status === "captured") {
    return {
      kind: "refund-owed",
      found: "The order is cancelled and its money was not asked back.",
      next: "Replay the failed run of cancel-order.",
    };
  }
  return undefined;
}

function byPayment(payments: readonly BookedPayment[]): Map<string, BookedPayment> {
  // The first order that names a payment is the one that it was made for.
  return new Map(payments.toReversed().map((payment) => [payment.paymentId, payment]));
}
