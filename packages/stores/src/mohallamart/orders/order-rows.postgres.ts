import { toRupees } from "@org/events/money";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../../database.ts";
import { orderLines, orders, orderTracking } from "../../schema/mohallamart.ts";
import type { Order, OrderLine, OrderStatus } from "../port.ts";
import { UnknownOrderError } from "./errors.ts";
import { numberedId, numberLength, readOrderNumber } from "./order-number.ts";

export type OrderRow = typeof orders.$inferSelect;
export type OrderLineRow = typeof orderLines.$inferSelect;
export type OrderLineFields = Pick<OrderLineRow, "productId" | "name" | "unit" | "quantity" | "pricePaise">;

export function linesOf(transaction: Queryable, orderId: string): Promise<OrderLineRow[]> {
  return transaction
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.line));
}

export async function findOrder(transaction: Queryable, orderId: string): Promise<Order | undefined> {
  const [row] = await transaction.select().from(orders).where(eq(orders.orderId, orderId));
  return row && orderFrom(row, await linesOf(transaction, orderId));
}

export async function findByNumber(transaction: Queryable, typed: string): Promise<string | undefined> {
  const number = readOrderNumber(typed);
  if (!number) return undefined;
  const [row] = await transaction
    .select({ orderId: orders.orderId })
    .from(orders)
    // Written as the index is, so that it is used.
    .where(sql.raw(`right(order_id, ${numberLength}) = '${number}' and order_id ~ '${numberedId}'`));
  return row?.orderId;
}

export async function firstOrder(transaction: Queryable, userId: string): Promise<Order | undefined> {
  const [row] = await transaction
    .select()
    .from(orders)
    .where(eq(orders.userId, userId))
    .orderBy(asc(orders.placedAt), asc(orders.orderId))
    .limit(1);
  return row && orderFrom(row, await linesOf(transaction, row.orderId));
}

export function orderFrom(row: OrderRow, lines: readonly OrderLineRow[]): Order {
  return {
    ...orderHead(row),
    items: lines.map(({ productId, quantity }) => ({ productId, quantity })),
  };
}

/** An order without its items. */
export function orderHead(row: OrderRow): Omit<Order, "items"> {
  const { orderId, userId, shopId, totalPaise, payment, paymentId, status, placedAt, language } = row;
  return {
    orderId,
    userId,
    shopId,
    total: toRupees(totalPaise),
    payment,
    paymentId: paymentId ?? undefined,
    status,
    placedAt: placedAt.toISOString(),
    language: language ?? undefined,
  };
}

export function orderLine({ productId, name, unit, quantity, pricePaise }: OrderLineFields): OrderLine {
  const amount = toRupees(pricePaise * quantity);
  return { productId, name, unit, quantity, price: toRupees(pricePaise), amount };
}

/** For the rest of the transaction, whether there is an order with the id or not. */
export async function lockOrderId(transaction: Queryable, orderId: string): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${orderId}, 0))`);
}

export async function lockOrder(transaction: Queryable, orderId: string): Promise<OrderRow> {
  const [row] = await transaction.select().from(orders).where(eq(orders.orderId, orderId)).for("update");
  if (!row) throw new UnknownOrderError(orderId);
  return row;
}

/** Of a status that the order has; the first that was told stays. */
export async function keepTrackingNumber(
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
