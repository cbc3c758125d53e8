import { toRupees } from "@org/events/money";
import { eq, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { orders, orderTracking } from "../../schema/mohallamart.ts";
import type { Order, OrderPayment, Orders } from "../port.ts";
import { PaymentStatusError } from "./errors.ts";
import { linesOf, lockOrder, type OrderRow, orderFrom } from "./order-rows.postgres.ts";
import { type Money, moneyOf, type OrderState, transitionOf } from "./order-states.ts";

export async function paymentOf(database: Database, orderId: string): Promise<OrderPayment | undefined> {
  const [row] = await database.select().from(orders).where(eq(orders.orderId, orderId));
  if (!row) return undefined;
  const { paymentId, totalPaise, paymentStatus, refundStatus } = row;
  return {
    orderId,
    paymentId: paymentId ?? undefined,
    amount: toRupees(totalPaise),
    status: paymentStatus,
    ...(refundStatus === null ? {} : { refund: refundStatus }),
  };
}

export function stateOf({ status, paymentStatus, refundStatus }: OrderRow): OrderState {
  const payment = { status: paymentStatus, ...(refundStatus === null ? {} : { refund: refundStatus }) };
  return { order: status, money: moneyOf(payment) };
}

type Booking = Parameters<Orders["bookPayment"]>[1];

const eventOf = { captured: "capture", failed: "refuse-capture" } as const satisfies Record<Booking, string>;

/** Where the money is when it has been through a booking. */
const includes: Record<Booking, readonly Money[]> = {
  captured: ["captured", "refund-pending", "refund-failed", "refunded"],
  failed: ["failed"],
};

/** See `Orders.bookPayment`. */
export async function bookPayment(
  database: Database,
  orderId: string,
  status: Booking,
  events: Emit<Order> = { emit: [] },
): Promise<boolean> {
  return await database.transaction(async (transaction) => {
    const row = await lockOrder(transaction, orderId);
    const state = stateOf(row);
    const transition = transitionOf(state, eventOf[status]);
    if (!transition && includes[status].includes(state.money)) return false;
    if (!transition)
      throw new PaymentStatusError(orderId, `${state.money}, the order ${state.order}`, status);
    await putMoney(transaction, orderId, transition.to.money);
    if (transition.to.order !== state.order) await moveTo(transaction, row, transition.to.order, events);
    return true;
  });
}

export async function putMoney(transaction: Queryable, orderId: string, money: Money): Promise<void> {
  const columns = columnsOf(money);
  await transaction.update(orders).set(columns).where(eq(orders.orderId, orderId));
}

function columnsOf(money: Money) {
  if (money === "refund-pending") return { paymentStatus: "captured", refundStatus: "pending" } as const;
  if (money === "refund-failed") return { paymentStatus: "captured", refundStatus: "failed" } as const;
  return { paymentStatus: money, refundStatus: null };
}

/** Gives an order another status, with its history and the events that follow. */
export async function moveTo(
  transaction: Queryable,
  order: OrderRow,
  status: OrderRow["status"],
  events: Emit<Order>,
): Promise<void> {
  const { orderId } = order;
  await transaction.update(orders).set({ status }).where(eq(orders.orderId, orderId));
  await transaction.insert(orderTracking).values({ orderId, status, at: sql`now()` });
  const moved = orderFrom({ ...order, status }, await linesOf(transaction, orderId));
  await appendEvents(transaction, eventsFor(events, moved));
}
