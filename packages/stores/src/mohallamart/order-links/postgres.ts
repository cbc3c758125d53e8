import { and, eq, gt, sql } from "drizzle-orm";
import { type Database, databaseOn, guarded, type Queryable } from "../../database.ts";
import type { LinkSecrets } from "../../links/token.ts";
import type { Pool } from "../../postgres.ts";
import { orders } from "../../schema/mohallamart.ts";
import { orderLinks } from "../../schema/mohallamart-order-links.ts";
import { ended, type LinkRows, linksOver } from "./links-over.ts";
import type { OrderLinks } from "./port.ts";

export function postgresOrderLinks(pool: Pool, secrets: LinkSecrets): OrderLinks {
  return linksOver(guarded("stores/mohallamart/order-links", linkRowsIn(databaseOn(pool))), secrets);
}

function linkRowsIn(database: Database): LinkRows {
  return {
    async find(orderId) {
      const { userId, shopId, placedAt, linkGeneration } = orders;
      const [found] = await database
        .select({ userId, shopId, placedAt, generation: linkGeneration })
        .from(orders)
        .where(eq(orders.orderId, orderId));
      if (!found) return undefined;
      const { generation, ...order } = found;
      return { parties: { orderId, ...order, placedAt: order.placedAt.toISOString() }, generation };
    },
    async keep(link) {
      await database.insert(orderLinks).values(link).onConflictDoNothing();
    },
    async findByHash(tokenHash) {
      const [found] = await database
        .select({ orderId: orders.orderId, generation: orders.linkGeneration })
        .from(orderLinks)
        .innerJoin(orders, eq(orders.orderId, orderLinks.orderId))
        .where(eq(orderLinks.tokenHash, tokenHash));
      return found;
    },
    async revoke(orderId) {
      return await database.transaction(async (transaction) => {
        const { rowCount } = await transaction
          .update(orders)
          .set({ linkGeneration: sql`${orders.linkGeneration} + 1` })
          .where(and(eq(orders.orderId, orderId), gt(orders.linkGeneration, ended)));
        await transaction.delete(orderLinks).where(eq(orderLinks.orderId, orderId));
        return rowCount === 1;
      });
    },
  };
}

/** Ends the links to a person's orders for good; part of closing their account. */
export async function endLinksOf(transaction: Queryable, userId: string): Promise<void> {
  const theirs = transaction
    .select({ orderId: orders.orderId })
    .from(orders)
    .where(eq(orders.userId, userId));
  await transaction.delete(orderLinks).where(sql`${orderLinks.orderId} in (${theirs})`);
  await transaction.update(orders).set({ linkGeneration: ended }).where(eq(orders.userId, userId));
}
