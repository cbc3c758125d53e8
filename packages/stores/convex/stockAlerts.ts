import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import { productWithId } from "./productRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";
import { isoOf } from "./times.ts";

const alert = v.object({
  alertId: v.string(),
  productId: v.string(),
  raisedAt: v.string(),
  closedAt: v.optional(v.string()),
});

export const raise = serviceMutation({
  args: { alertId: v.string(), productId: v.string() },
  returns: v.boolean(),
  handler: async (context, { alertId, productId }) => {
    const product = await productWithId(context, productId);
    if (!product || product.stock !== product.reserved) return false;
    const known = await context.db
      .query("stockAlerts")
      .withIndex("byAlert", (index) => index.eq("alertId", alertId))
      .unique();
    const open = await context.db
      .query("stockAlerts")
      .withIndex("byProduct", (index) => index.eq("productId", productId).eq("isOpen", true))
      .unique();
    const { shopId } = product;
    if (!known && !open)
      await context.db.insert("stockAlerts", {
        alertId,
        productId,
        shopId,
        isOpen: true,
        raisedAt: Date.now(),
      });
    return true;
  },
});

export const close = serviceMutation({
  args: { productId: v.string(), closedBy: v.string() },
  returns: v.union(v.null(), alert),
  handler: async (context, { productId, closedBy }) => {
    const product = await productWithId(context, productId);
    const earlier = await context.db
      .query("stockAlerts")
      .withIndex("byClosing", (index) => index.eq("productId", productId).eq("closedBy", closedBy))
      .first();
    if (earlier) return alertFrom(earlier);
    if (!product || product.stock === product.reserved) return null;
    const open = await context.db
      .query("stockAlerts")
      .withIndex("byProduct", (index) => index.eq("productId", productId).eq("isOpen", true))
      .unique();
    if (!open) return null;
    const closed = { isOpen: false, closedAt: Date.now(), closedBy };
    await context.db.patch(open._id, closed);
    return alertFrom({ ...open, ...closed });
  },
});

/** The open alerts of a shop's products, oldest first; a product has one at most. */
export const openOf = serviceQuery({
  args: { shopId: v.string() },
  returns: v.array(alert),
  handler: async (context, { shopId }) => {
    const rows = await context.db
      .query("stockAlerts")
      .withIndex("byShop", (index) => index.eq("shopId", shopId).eq("isOpen", true))
      .take(4_000);
    return rows.map(alertFrom);
  },
});

function alertFrom({ alertId, productId, raisedAt, closedAt }: Doc<"stockAlerts">) {
  const closed = closedAt === undefined ? {} : { closedAt: isoOf(closedAt) };
  return { alertId, productId, raisedAt: isoOf(raisedAt), ...closed };
}
