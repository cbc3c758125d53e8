import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { appendEvents, eventsFor } from "../../../outbox/append.ts";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { inventoryLog, orders, products } from "../../schema/mohallamart.ts";
import { OrderStatusError } from "../errors.ts";
import type { Inventory, InventoryOutcome, StockChange } from "../port.ts";
import { linesOf, type OrderLineRow } from "./order-rows.ts";
import { lockOrder } from "./orders.ts";

export function inventoryIn(database: Database): Inventory {
  return {
    async take(orderId, events) {
      return await database.transaction(async (transaction) => {
        const order = await lockOrder(transaction, orderId);
        const lines = await linesOf(transaction, orderId);
        if (order.stockTakenAt) return outcome(await logged(transaction, orderId, order.shopId));
        if (order.status === "cancelled") throw new OrderStatusError(orderId, "cancelled", "fulfilled");
        const taken = await takeLines(transaction, lines, order.shopId);
        await log(transaction, orderId, taken);
        await transaction.update(orders).set({ stockTakenAt: sql`now()` }).where(eq(orders.orderId, orderId));
        const result = outcome(taken);
        await appendEvents(transaction, eventsFor(events, result));
        return result;
      });
    },
  };
}

/** Takes the products in the order of their ids, as `reserve` does, so that no two orders wait for each other. */
async function takeLines(
  transaction: Queryable,
  lines: OrderLineRow[],
  shopId: string,
): Promise<StockChange[]> {
  const productIds = lines.map(({ productId }) => productId);
  await transaction
    .select({ productId: products.productId })
    .from(products)
    .where(inArray(products.productId, productIds))
    .orderBy(asc(products.productId))
    .for("no key update");
  const taken: StockChange[] = [];
  for (const { productId, quantity } of lines) {
    const { stock } = onlyRow(
      await transaction
        .update(products)
        .set({
          stock: sql`${products.stock} - ${quantity}`,
          reserved: sql`${products.reserved} - ${quantity}`,
        })
        .where(eq(products.productId, productId))
        .returning({ stock: products.stock }),
    );
    taken.push({ productId, shopId, quantity, stock });
  }
  return taken;
}

async function log(transaction: Queryable, orderId: string, taken: StockChange[]): Promise<void> {
  await transaction.insert(inventoryLog).values(
    taken.map(({ productId, quantity, stock }) => ({
      productId,
      orderId,
      reason: "order" as const,
      change: -quantity,
      stockAfter: stock,
    })),
  );
}

async function logged(transaction: Queryable, orderId: string, shopId: string): Promise<StockChange[]> {
  const rows = await transaction
    .select()
    .from(inventoryLog)
    .where(and(eq(inventoryLog.orderId, orderId), eq(inventoryLog.reason, "order")))
    .orderBy(asc(inventoryLog.entry));
  return rows.map(({ productId, change, stockAfter }) => ({
    productId,
    shopId,
    quantity: -change,
    stock: stockAfter,
  }));
}

function outcome(taken: StockChange[]): InventoryOutcome {
  return { taken, depleted: taken.filter(({ stock }) => stock === 0) };
}
