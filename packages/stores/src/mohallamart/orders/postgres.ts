import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { orders, orderTracking } from "../../schema/mohallamart.ts";
import type { Order, OrderStatus, Orders } from "../port.ts";
import { OrderStatusError } from "./errors.ts";
import { orderDetails, shopOrders } from "./order-details.postgres.ts";
import { bookPayment, paymentOf } from "./order-payments.postgres.ts";
import { orderProgress } from "./order-progress.postgres.ts";
import { firstOrder, linesOf, lockOrder, type OrderRow, orderFrom } from "./order-rows.postgres.ts";
import { placeOrder } from "./place-order.postgres.ts";

export function ordersIn(database: Database): Orders {
  return {
    place: (order, events) => placeOrder(database, order, events),
    get: (orderId) => orderDetails(database, orderId),
    list: (options) => shopOrders(database, options),
    first: (userId) => firstOrder(database, userId),
    progress: (orderId) => orderProgress(database, orderId),

    payment: (orderId) => paymentOf(database, orderId),
    bookPayment: (orderId, status) => bookPayment(database, orderId, status),

    async advance(orderId, status, { trackingNumber, ...events }) {
      return await database.transaction(async (transaction) => {
        const order = await lockOrder(transaction, orderId);
        const moved = await canAdvance(transaction, order, status);
        if (moved) await moveTo(transaction, order, status, events);
        if (trackingNumber) await keepTrackingNumber(transaction, { orderId, status, trackingNumber });
        return moved;
      });
    },

    async cancel(orderId, events) {
      return await database.transaction(async (transaction) => {
        const order = await lockOrder(transaction, orderId);
        if (order.status === "cancelled") return false;
        if (order.status !== "placed" && order.status !== "packed") {
          throw new OrderStatusError(orderId, order.status, "cancelled");
        }
        await moveTo(transaction, order, "cancelled", events);
        return true;
      });
    },
  };
}

async function moveTo(
  transaction: Queryable,
  order: OrderRow,
  status: OrderStatus,
  events: Emit<Order>,
): Promise<void> {
  const { orderId } = order;
  await transaction.update(orders).set({ status }).where(eq(orders.orderId, orderId));
  await transaction.insert(orderTracking).values({ orderId, status, at: sql`now()` });
  const moved = orderFrom({ ...order, status }, await linesOf(transaction, orderId));
  await appendEvents(transaction, eventsFor(events, moved));
}

async function keepTrackingNumber(
  transaction: Queryable,
  { orderId, status, trackingNumber }: { orderId: string; status: OrderStatus; trackingNumber: string },
): Promise<void> {
  await transaction
    .update(orderTracking)
    .set({ trackingNumber })
    .where(
      and(
        eq(orderTracking.orderId, orderId),
        eq(orderTracking.status, status),
        isNull(orderTracking.trackingNumber),
      ),
    );
}

const path: readonly OrderStatus[] = ["placed", "packed", "shipped", "delivered"];

async function canAdvance(transaction: Queryable, order: OrderRow, status: OrderStatus): Promise<boolean> {
  const { orderId } = order;
  const reached = await transaction
    .select()
    .from(orderTracking)
    .where(and(eq(orderTracking.orderId, orderId), eq(orderTracking.status, status)));
  if (reached.length > 0) return false;
  if (order.status === "cancelled" || path.indexOf(status) < path.indexOf(order.status)) {
    throw new OrderStatusError(orderId, order.status, status);
  }
  return true;
}
