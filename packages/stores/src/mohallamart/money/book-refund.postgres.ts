import { toPaise } from "@org/events/money";
import { eq, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { refunds } from "../../schema/mohallamart-money.ts";
import { PaymentStatusError } from "../orders/errors.ts";
import { putMoney, stateOf } from "../orders/order-payments.postgres.ts";
import { lockOrder, type OrderRow } from "../orders/order-rows.postgres.ts";
import { type OrderEvent, type OrderState, transitionOf } from "../orders/order-states.ts";
import type { BookedRefund, RefundToBook } from "../port.ts";

/** See `MoneyBook.bookRefund`. */
export async function bookRefund(
  database: Database,
  refund: RefundToBook,
  events: Emit<BookedRefund>,
): Promise<boolean> {
  return await database.transaction(async (transaction) => {
    const order = await lockOrder(transaction, refund.orderId);
    const { paymentId } = order;
    if (paymentId === null) throw new PaymentStatusError(refund.orderId, order.paymentStatus, "refunded");
    const isNews = await write(transaction, refund);
    if (!isNews) return false;
    await moveMoney(transaction, order, refund);
    const standing = order.status !== "cancelled";
    await appendEvents(transaction, eventsFor(events, { ...refund, paymentId, standing }));
    return true;
  });
}

/** The order's row is locked, so nobody else writes its refunds meanwhile. */
async function write(transaction: Queryable, refund: RefundToBook): Promise<boolean> {
  const { refundId, orderId, amount, status } = refund;
  const [earlier] = await transaction.select().from(refunds).where(eq(refunds.refundId, refundId));
  if (earlier && (earlier.status === status || status === "pending")) return false;
  const row = { refundId, orderId, amountPaise: toPaise(amount), status, bookedAt: sql`now()` };
  await transaction
    .insert(refunds)
    .values(row)
    .onConflictDoUpdate({ target: refunds.refundId, set: { status, bookedAt: sql`now()` } });
  return true;
}

async function moveMoney(
  transaction: Queryable,
  order: OrderRow,
  { orderId, status }: RefundToBook,
): Promise<void> {
  const event = await eventOf(transaction, order, status);
  if (!event) return;
  const state = takenStateOf(stateOf(order));
  if (state.money === moneyAfter[event]) return;
  const transition = transitionOf(state, event);
  if (!transition) throw new PaymentStatusError(orderId, `${state.money}, the order ${state.order}`, event);
  await putMoney(transaction, orderId, transition.to.money);
}

type RefundEvent = Extract<OrderEvent, "refund-begun" | "refund-processed" | "refund-failed">;

const moneyAfter = {
  "refund-begun": "refund-pending",
  "refund-processed": "refunded",
  "refund-failed": "refund-failed",
} as const satisfies Record<RefundEvent, OrderState["money"]>;

/** What it means for the order; nothing as long as a part of its money stays with us. */
async function eventOf(
  transaction: Queryable,
  { orderId, totalPaise }: OrderRow,
  news: RefundToBook["status"],
): Promise<RefundEvent | undefined> {
  const all = await transaction.select().from(refunds).where(eq(refunds.orderId, orderId));
  const sumOf = (...statuses: RefundToBook["status"][]) =>
    all
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, { amountPaise }) => sum + amountPaise, 0);
  if (sumOf("processed") >= totalPaise) return "refund-processed";
  if (sumOf("processed", "pending") >= totalPaise) return "refund-begun";
  return news === "failed" ? "refund-failed" : undefined;
}

/** Where only the booking of the capture is missing: what is refunded was captured before. */
function takenStateOf(state: OrderState): OrderState {
  return transitionOf(state, "capture")?.to ?? state;
}
