import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { products } from "../../schema/mohallamart.ts";
import { stockAlerts } from "../../schema/mohallamart-stock.ts";
import type { StockAlert } from "../port.ts";

type AlertRow = typeof stockAlerts.$inferSelect;

/** See `Inventory.raiseAlert`. */
export async function raiseAlert(
  database: Database,
  { alertId, productId }: { alertId: string; productId: string },
): Promise<boolean> {
  return await database.transaction(async (transaction) => {
    if ((await lockAvailable(transaction, productId)) !== 0) return false;
    await transaction.insert(stockAlerts).values({ alertId, productId }).onConflictDoNothing();
    return true;
  });
}

/** See `Inventory.closeAlert`. */
export async function closeAlert(
  database: Database,
  { productId, closedBy }: { productId: string; closedBy: string },
): Promise<StockAlert | undefined> {
  return await database.transaction(async (transaction) => {
    const available = await lockAvailable(transaction, productId);
    const [earlier] = await transaction
      .select()
      .from(stockAlerts)
      .where(and(eq(stockAlerts.productId, productId), eq(stockAlerts.closedBy, closedBy)));
    if (earlier) return alertFrom(earlier);
    if (!available) return undefined;
    const [closed] = await transaction
      .update(stockAlerts)
      .set({ closedAt: sql`now()`, closedBy })
      .where(and(eq(stockAlerts.productId, productId), isNull(stockAlerts.closedAt)))
      .returning();
    return closed && alertFrom(closed);
  });
}

/** See `Inventory.openAlerts`. */
export async function openAlerts(database: Database, shopId: string): Promise<StockAlert[]> {
  const rows = await database
    .select({ alert: stockAlerts })
    .from(stockAlerts)
    .innerJoin(products, eq(products.productId, stockAlerts.productId))
    .where(and(eq(products.shopId, shopId), isNull(stockAlerts.closedAt)))
    .orderBy(asc(stockAlerts.raisedAt), asc(stockAlerts.alertId));
  return rows.map(({ alert }) => alertFrom(alert));
}

/** What can be ordered of the product, which nobody else changes until the transaction ends; undefined if it is gone. */
async function lockAvailable(transaction: Queryable, productId: string): Promise<number | undefined> {
  const [row] = await transaction
    .select({ stock: products.stock, reserved: products.reserved })
    .from(products)
    .where(eq(products.productId, productId))
    .for("no key update");
  return row && row.stock - row.reserved;
}

function alertFrom({ alertId, productId, raisedAt, closedAt }: AlertRow): StockAlert {
  return {
    alertId,
    productId,
    raisedAt: raisedAt.toISOString(),
    closedAt: closedAt?.toISOString(),
  };
}
