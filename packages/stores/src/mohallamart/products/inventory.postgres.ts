import { asc, eq, inArray, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { orders, products } from "../../schema/mohallamart.ts";
import { OrderStatusError } from "../orders/errors.ts";
import { linesOf, lockOrder, type OrderLineRow, type OrderRow } from "../orders/order-rows.postgres.ts";
import type { Inventory, InventoryOutcome, RestoreOutcome } from "../port.ts";
import { closeAlert, openAlerts, raiseAlert } from "./stock-alerts.postgres.ts";
import { logStock, orderMovements, productMovements, type StockMovement } from "./stock-log.postgres.ts";

export function inventoryIn(database: Database): Inventory {
  return {
    async take(orderId, events) {
      return await database.transaction(async (transaction) => {
        const order = await lockOrder(transaction, orderId);
        if (order.stockTakenAt) return await takenBefore(transaction, order);
        if (order.status === "cancelled") throw new OrderStatusError(orderId, order.status, "fulfilled");
        const lines = await lockedLines(transaction, orderId);
        await moveStock(transaction, lines, sold);
        await transaction.update(orders).set({ stockTakenAt: sql`now()` }).where(eq(orders.orderId, orderId));
        const outcome = await takenBefore(transaction, order);
        await appendEvents(transaction, eventsFor(events, outcome));
        return outcome;
      });
    },

    async restore(orderId, events) {
      return await database.transaction(async (transaction) => {
        const order = await lockOrder(transaction, orderId);
        if (order.stockRestoredAt) return await restoredBefore(transaction, order);
        if (order.status !== "cancelled") throw new OrderStatusError(orderId, order.status, "restocked");
        const lines = await lockedLines(transaction, orderId);
        await moveStock(transaction, lines, order.stockTakenAt ? returned : released);
        await transaction
          .update(orders)
          .set({ stockRestoredAt: sql`now()` })
          .where(eq(orders.orderId, orderId));
        const outcome = await restoredBefore(transaction, order);
        await appendEvents(transaction, eventsFor(events, outcome));
        return outcome;
      });
    },

    history: ({ productId, limit = 50 }) => productMovements(database, productId, limit),
    raiseAlert: (alert) => raiseAlert(database, alert),
    closeAlert: (options) => closeAlert(database, options),
    openAlerts: ({ shopId }) => openAlerts(database, shopId),
  };
}

/** Locks the products in the order of their ids, as `reserve` does, so that no two orders wait for each other. */
async function lockedLines(transaction: Queryable, orderId: string): Promise<OrderLineRow[]> {
  const lines = await linesOf(transaction, orderId);
  const productIds = lines.map(({ productId }) => productId);
  await transaction
    .select({ productId: products.productId })
    .from(products)
    .where(inArray(products.productId, productIds))
    .orderBy(asc(products.productId))
    .for("no key update");
  return lines;
}

/** What each ordered unit does to the units on hand and to those reserved. */
interface StockMove {
  reason: StockMovement["reason"];
  stock: -1 | 0 | 1;
  reserved: -1 | 0;
}

const sold: StockMove = { reason: "order", stock: -1, reserved: -1 };
const returned: StockMove = { reason: "cancellation", stock: 1, reserved: 0 };
const released: StockMove = { reason: "cancellation", stock: 0, reserved: -1 };

async function moveStock(
  transaction: Queryable,
  lines: readonly OrderLineRow[],
  move: StockMove,
): Promise<void> {
  const movements: StockMovement[] = [];
  for (const { orderId, productId, quantity } of lines) {
    const change = quantity * move.stock;
    const after = onlyRow(
      await transaction
        .update(products)
        .set({
          stock: sql`${products.stock} + ${change}`,
          reserved: sql`${products.reserved} + ${quantity * move.reserved}`,
        })
        .where(eq(products.productId, productId))
        .returning({ stock: products.stock, reserved: products.reserved }),
    );
    movements.push({ ...after, productId, change, orderId, reason: move.reason });
  }
  await logStock(transaction, movements);
}

async function takenBefore(transaction: Queryable, { orderId, shopId }: OrderRow): Promise<InventoryOutcome> {
  const rows = await orderMovements(transaction, orderId, "order");
  const taken = rows.map(({ productId, change, stockAfter }) => ({
    productId,
    shopId,
    quantity: -change,
    stock: stockAfter,
  }));
  return { taken, depleted: taken.filter(({ stock }) => stock === 0) };
}

async function restoredBefore(
  transaction: Queryable,
  { orderId, shopId }: OrderRow,
): Promise<RestoreOutcome> {
  const rows = await orderMovements(transaction, orderId, "cancellation");
  const lines = new Map((await linesOf(transaction, orderId)).map((line) => [line.productId, line.quantity]));
  const restored = rows.map(({ productId, availableAfter }) => ({
    productId,
    shopId,
    quantity: lines.get(productId) ?? 0,
    available: availableAfter,
  }));
  return { restored, backInStock: restored.filter(({ available, quantity }) => available === quantity) };
}
