import { and, eq } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { orderTracking } from "../../schema/mohallamart.ts";
import type { Orders } from "../port.ts";
import { OrderStatusError } from "./errors.ts";
import { customerOrders, orderDetails, shopOrders } from "./order-details.postgres.ts";
import { bookPayment, moveTo, paymentOf, stateOf } from "./order-payments.postgres.ts";
import { orderProgress } from "./order-progress.postgres.ts";
import {
  findByNumber,
  firstOrder,
  keepTrackingNumber,
  lockOrder,
  type OrderRow,
} from "./order-rows.postgres.ts";
import { type OrderEvent, transitionOf } from "./order-states.ts";
import { placeOrder } from "./place-order.postgres.ts";

type Move = Parameters<Orders["advance"]>[1];

const eventOf = { packed: "pack", shipped: "ship", delivered: "deliver" } as const satisfies Record<
  Move,
  OrderEvent
>;

export function ordersIn(database: Database): Orders {
  return {
    place: (order, events) => placeOrder(database, order, events),
    get: (orderId) => orderDetails(database, orderId),
    findByNumber: (typed) => findByNumber(database, typed),
    list: (options) => shopOrders(database, options),
    ofCustomer: (options) => customerOrders(database, options),
    first: (userId) => firstOrder(database, userId),
    progress: (orderId) => orderProgress(database, orderId),

    payment: (orderId) => paymentOf(database, orderId),
    bookPayment: (orderId, status, events) => bookPayment(database, orderId, status, events),

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
        if (!transitionOf(stateOf(order), "cancel")) {
          throw new OrderStatusError(orderId, order.status, "cancelled");
        }
        await moveTo(transaction, order, "cancelled", events);
        return true;
      });
    },
  };
}

async function canAdvance(transaction: Queryable, order: OrderRow, status: Move): Promise<boolean> {
  const { orderId } = order;
  const reached = await transaction
    .select()
    .from(orderTracking)
    .where(and(eq(orderTracking.orderId, orderId), eq(orderTracking.status, status)));
  if (reached.length > 0) return false;
  const state = stateOf(order);
  const event = eventOf[status];
  if (transitionOf(state, event)) return true;
  const isUnpaid = transitionOf({ ...state, money: "captured" }, event) !== undefined;
  throw new OrderStatusError(orderId, order.status, status, isUnpaid);
}
