import { and, eq, sql } from "drizzle-orm";
import { appendEvents, eventsFor } from "../../../outbox/append.ts";
import type { Database, Queryable } from "../../database.ts";
import { orders, orderTracking, shops } from "../../schema/mohallamart.ts";
import { deliveries } from "../../schema/platform.ts";
import { OrderStatusError, UnknownOrderError } from "../errors.ts";
import type { DeliveryProgress, OrderDetails, OrderProgress, OrderStatus, Orders } from "../port.ts";
import { linesOf, type OrderRow, orderFrom, orderHead, orderLine } from "./order-rows.ts";
import { placeOrder } from "./place-order.ts";
import { shop } from "./shops.ts";

export function ordersIn(database: Database): Orders {
  return {
    place: (order, events) => placeOrder(database, order, events),
    get: (orderId) => details(database, orderId),
    progress: (orderId) => progress(database, orderId),

    async advance(orderId, status, events) {
      return await database.transaction(async (transaction) => {
        const order = await lockOrder(transaction, orderId);
        if (!(await canAdvance(transaction, order, status))) return false;
        await transaction.update(orders).set({ status }).where(eq(orders.orderId, orderId));
        await transaction.insert(orderTracking).values({ orderId, status, at: sql`now()` });
        const moved = orderFrom({ ...order, status }, await linesOf(transaction, orderId));
        await appendEvents(transaction, eventsFor(events, moved));
        return true;
      });
    },
  };
}

export async function lockOrder(transaction: Queryable, orderId: string): Promise<OrderRow> {
  const [row] = await transaction.select().from(orders).where(eq(orders.orderId, orderId)).for("update");
  if (!row) throw new UnknownOrderError(orderId);
  return row;
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

async function details(database: Database, orderId: string): Promise<OrderDetails | undefined> {
  const [found] = await database
    .select({ order: orders, shop: shops })
    .from(orders)
    .innerJoin(shops, eq(shops.shopId, orders.shopId))
    .where(eq(orders.orderId, orderId));
  if (!found) return undefined;
  const { contactName, contactEmail, contactPhone } = found.order;
  const lines = await linesOf(database, orderId);
  return {
    ...orderHead(found.order),
    lines: lines.map(orderLine),
    shop: shop(found.shop),
    customer: { name: contactName, email: contactEmail, phone: contactPhone ?? undefined },
  };
}

type DeliveryRow = typeof deliveries.$inferSelect;

async function progress(database: Database, orderId: string): Promise<OrderProgress | undefined> {
  const [order] = await database.select().from(orders).where(eq(orders.orderId, orderId));
  if (!order) return undefined;
  const sent = await database.select().from(deliveries).where(eq(deliveries.subject, orderId));
  const confirmations = sent.filter(
    ({ workflow, recipient }) => workflow === "send-order-confirmation" && recipient === "customer",
  );
  const notices = sent.filter(
    ({ workflow, recipient }) => workflow === "notify-shopkeeper" && recipient === "shopkeeper",
  );
  return {
    orderId,
    status: order.status,
    placedAt: order.placedAt.toISOString(),
    confirmation: {
      email: deliveryProgress(confirmations.filter(({ channel }) => channel === "email")),
      sms: deliveryProgress(confirmations.filter(({ channel }) => channel === "sms")),
    },
    stockTakenAt: order.stockTakenAt?.toISOString(),
    shopkeeper: deliveryProgress(notices),
  };
}

/** The first message that got through; if none did, the last outcome. */
function deliveryProgress(rows: DeliveryRow[]): DeliveryProgress {
  const inTime = rows.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
  const row = inTime.find(({ status }) => status === "sent") ?? inTime.at(-1);
  if (!row) return { status: "pending" };
  return { status: row.status, at: row.recordedAt.toISOString(), reason: row.reason ?? undefined };
}
