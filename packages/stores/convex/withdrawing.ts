import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx } from "./_generated/server.js";
import { shopWithId } from "./productRows.ts";

/**
 * An account that goes takes its applications along: the applicant's contact, the shop that nobody opened, and what is
 * recorded of messages about them. Who was approved trades under the name, and keeps it; only the account's id goes.
 */
export async function withdrawApplications(context: MutationCtx, userId: string): Promise<void> {
  const theirs = await context.db
    .query("shopkeepers")
    .withIndex("byApplicant", (index) => index.eq("applicantId", userId))
    .take(200);
  for (const shopkeeper of theirs) {
    if (shopkeeper.status === "approved") await context.db.patch(shopkeeper._id, { applicantId: undefined });
    else await withdraw(context, shopkeeper);
  }
}

async function withdraw(context: MutationCtx, { _id, shopId, shopkeeperId }: Doc<"shopkeepers">) {
  await context.db.delete(_id);
  const another = await context.db
    .query("shopkeepers")
    .withIndex("byShop", (index) => index.eq("shopId", shopId))
    .first();
  const product = await context.db
    .query("products")
    .withIndex("byShop", (index) => index.eq("shopId", shopId))
    .first();
  const shop = await shopWithId(context, shopId);
  if (shop && !shop.listed && !another && !product) await context.db.delete(shop._id);
  const messages = await context.db
    .query("deliveries")
    .withIndex("bySubject", (index) => index.eq("subject", shopkeeperId))
    .take(200);
  for (const message of messages) await context.db.delete(message._id);
}
