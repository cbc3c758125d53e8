import { and, asc, desc, eq } from "drizzle-orm";
import type { Queryable } from "../../database.ts";
import { inventoryLog } from "../../schema/mohallamart.ts";
import type { InventoryEntry } from "../port.ts";

type LogRow = typeof inventoryLog.$inferSelect;

export interface StockMovement {
  productId: string;
  /** Units on hand and reserved afterwards. */
  stock: number;
  reserved: number;
  change: number;
  reason: InventoryEntry["reason"];
  orderId?: string;
}

export async function logStock(transaction: Queryable, movements: readonly StockMovement[]): Promise<void> {
  await transaction.insert(inventoryLog).values(
    movements.map(({ productId, stock, reserved, change, reason, orderId }) => ({
      productId,
      orderId,
      reason,
      change,
      stockAfter: stock,
      availableAfter: stock - reserved,
    })),
  );
}

/** What was logged for an order, in the order in which it was. */
export async function orderMovements(
  transaction: Queryable,
  orderId: string,
  reason: InventoryEntry["reason"],
): Promise<LogRow[]> {
  return await transaction
    .select()
    .from(inventoryLog)
    .where(and(eq(inventoryLog.orderId, orderId), eq(inventoryLog.reason, reason)))
    .orderBy(asc(inventoryLog.entry));
}

export async function productMovements(
  queryable: Queryable,
  productId: string,
  limit: number,
): Promise<InventoryEntry[]> {
  const rows = await queryable
    .select()
    .from(inventoryLog)
    .where(eq(inventoryLog.productId, productId))
    .orderBy(desc(inventoryLog.entry))
    .limit(limit);
  return rows.map(({ orderId, change, stockAfter, reason, at }) => ({
    productId,
    change,
    stock: stockAfter,
    reason,
    orderId: orderId ?? undefined,
    at: at.toISOString(),
  }));
}
