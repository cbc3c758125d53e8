import { and, eq, inArray, ne, notExists, sql } from "drizzle-orm";
import type { Queryable } from "../../database.ts";
import { products, shopkeepers, shops } from "../../schema/mohallamart.ts";
import { deliveries } from "../../schema/platform.ts";

/**
 * An account that goes takes its applications along: the applicant's contact, the shop that nobody opened, and what is
 * recorded of messages about them. Who was approved trades under the name, and keeps it; only the account's id goes.
 */
export async function withdrawApplications(transaction: Queryable, userId: string): Promise<void> {
  const theirs = eq(shopkeepers.applicantId, userId);
  const withdrawn = await transaction
    .delete(shopkeepers)
    .where(and(theirs, ne(shopkeepers.status, "approved")))
    .returning({ shopkeeperId: shopkeepers.shopkeeperId, shopId: shopkeepers.shopId });
  await transaction.update(shopkeepers).set({ applicantId: null }).where(theirs);
  if (withdrawn.length === 0) return;
  const shopIds = withdrawn.map(({ shopId }) => shopId);
  const isUsedBy = (table: typeof shopkeepers | typeof products) =>
    transaction.select({ one: sql`1` }).from(table).where(eq(table.shopId, shops.shopId));
  await transaction
    .delete(shops)
    .where(
      and(
        inArray(shops.shopId, shopIds),
        eq(shops.listed, false),
        notExists(isUsedBy(shopkeepers)),
        notExists(isUsedBy(products)),
      ),
    );
  const subjects = withdrawn.map(({ shopkeeperId }) => shopkeeperId);
  await transaction.delete(deliveries).where(inArray(deliveries.subject, subjects));
}
