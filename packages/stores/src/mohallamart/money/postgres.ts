import { toRupees } from "@org/events/money";
import { and, asc, desc, eq, inArray, lt, not, or, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { orders } from "../../schema/mohallamart.ts";
import { disputes, reconciliations, refunds } from "../../schema/mohallamart-money.ts";
import { isEnd, moneyOf } from "../orders/order-states.ts";
import type { BookedPayment, MoneyBook } from "../port.ts";
import { bookDispute } from "./book-dispute.postgres.ts";
import { bookRefund } from "./book-refund.postgres.ts";

type OrderRow = typeof orders.$inferSelect;

export function moneyIn(database: Database): MoneyBook {
  return {
    bookRefund: (refund, events) => bookRefund(database, refund, events),
    bookDispute: (dispute, events) => bookDispute(database, dispute, events),

    async refunds(orderId) {
      const rows = await database
        .select()
        .from(refunds)
        .where(eq(refunds.orderId, orderId))
        .orderBy(asc(refunds.bookedAt), asc(refunds.refundId));
      return rows.map(({ refundId, amountPaise, status }) => ({
        refundId,
        orderId,
        amount: toRupees(amountPaise),
        status,
      }));
    },

    async disputes(orderId) {
      const rows = await database
        .select()
        .from(disputes)
        .where(eq(disputes.orderId, orderId))
        .orderBy(asc(disputes.bookedAt), asc(disputes.disputeId));
      return rows.map(({ disputeId, amountPaise, status, answerBy }) => ({
        disputeId,
        orderId,
        amount: toRupees(amountPaise),
        status,
        ...(answerBy ? { answerBy: answerBy.toISOString() } : {}),
      }));
    },

    async findMany(paymentIds) {
      if (paymentIds.length === 0) return [];
      const rows = await database
        .select()
        .from(orders)
        .where(inArray(orders.paymentId, [...paymentIds]))
        .orderBy(asc(orders.placedAt), asc(orders.orderId));
      return withRefunds(database, rows);
    },

    async unsettled({ before, limit }) {
      const rows = await database
        .select()
        .from(orders)
        .where(and(eq(orders.payment, "prepaid"), lt(orders.placedAt, new Date(before)), mayBeUnsettled))
        .orderBy(asc(orders.placedAt), asc(orders.orderId))
        .limit(limit);
      const booked = await withRefunds(database, rows);
      return booked.filter((payment) => !isSettled(payment));
    },

    async keep({ from, to, ...rest }) {
      const row = { ...rest, from: new Date(from), to: new Date(to), madeAt: sql`now()` };
      await database
        .insert(reconciliations)
        .values(row)
        .onConflictDoUpdate({ target: reconciliations.day, set: row });
    },

    async reconciliations(limit) {
      const rows = await database
        .select()
        .from(reconciliations)
        .orderBy(desc(reconciliations.day))
        .limit(limit);
      return rows.map(({ from, to, madeAt, ...rest }) => ({
        ...rest,
        from: from.toISOString(),
        to: to.toISOString(),
        madeAt: madeAt.toISOString(),
      }));
    },
  };
}

/** All that {@link isSettled} does not hold for, and no more than an index can be asked for. */
const mayBeUnsettled = or(
  eq(orders.paymentStatus, "authorised"),
  inArray(orders.refundStatus, ["pending", "failed"]),
  and(eq(orders.paymentStatus, "captured"), eq(orders.status, "cancelled")),
  and(eq(orders.paymentStatus, "failed"), not(eq(orders.status, "cancelled"))),
);

/** Whether the money is where it stays unless somebody does something new with the order. */
function isSettled(payment: BookedPayment): boolean {
  const money = moneyOf(payment);
  return isEnd({ order: payment.order, money }) || (payment.order !== "cancelled" && money === "captured");
}

async function withRefunds(database: Database, rows: OrderRow[]): Promise<BookedPayment[]> {
  const orderIds = rows.map(({ orderId }) => orderId);
  const booked =
    orderIds.length === 0
      ? []
      : await database
          .select()
          .from(refunds)
          .where(inArray(refunds.orderId, orderIds))
          .orderBy(asc(refunds.bookedAt), asc(refunds.refundId));
  return rows.flatMap(({ orderId, paymentId, totalPaise, paymentStatus, refundStatus, status, placedAt }) =>
    paymentId === null
      ? []
      : [
          {
            orderId,
            paymentId,
            amount: toRupees(totalPaise),
            status: paymentStatus,
            ...(refundStatus === null ? {} : { refund: refundStatus }),
            order: status,
            placedAt: placedAt.toISOString(),
            refunds: booked
              .filter((refund) => refund.orderId === orderId)
              .map(({ refundId, amountPaise, status: of }) => ({
                refundId,
                amount: toRupees(amountPaise),
                status: of,
              })),
          },
        ],
  );
}
