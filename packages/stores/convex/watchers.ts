import { v } from "convex/values";
import type { QueryCtx } from "./_generated/server.js";
import { requireUser } from "./peopleRows.ts";
import { productWithId } from "./productRows.ts";
import { refuse } from "./refusals.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

const watcher = { userId: v.string(), productId: v.string() };
const mostWatched = 200;

export const watch = serviceMutation({
  args: watcher,
  returns: v.boolean(),
  handler: async (context, watcher) => {
    await requireUser(context, watcher.userId);
    if (!(await productWithId(context, watcher.productId))) refuse("unknown-product-id", watcher.productId);
    if (await find(context, watcher)) return false;
    await context.db.insert("watchers", watcher);
    return true;
  },
});

export const unwatch = serviceMutation({
  args: watcher,
  returns: v.boolean(),
  handler: async (context, watcher) => {
    const found = await find(context, watcher);
    if (found) await context.db.delete(found._id);
    return found !== null;
  },
});

export const watches = serviceQuery({
  args: watcher,
  returns: v.boolean(),
  handler: async (context, watcher) => (await find(context, watcher)) !== null,
});

/** By name. */
export const watchedBy = serviceQuery({
  args: { userId: v.string() },
  returns: v.array(v.object({ productId: v.string(), name: v.string() })),
  handler: async (context, { userId }) => {
    const rows = await context.db
      .query("watchers")
      .withIndex("byUser", (index) => index.eq("userId", userId))
      .take(1_000);
    const products = await Promise.all(rows.map(({ productId }) => productWithId(context, productId)));
    return products
      .filter((product) => product !== null)
      .map(({ productId, name }) => ({ productId, name }))
      .toSorted((a, b) =>
        a.name === b.name ? (a.productId < b.productId ? -1 : 1) : a.name < b.name ? -1 : 1,
      )
      .slice(0, mostWatched);
  },
});

export const list = serviceQuery({
  args: { productId: v.string(), after: v.string(), limit: v.number() },
  returns: v.array(v.string()),
  handler: async (context, { productId, after, limit }) => {
    const rows = await context.db
      .query("watchers")
      .withIndex("byProduct", (index) => index.eq("productId", productId).gt("userId", after))
      .take(limit);
    return rows.map(({ userId }) => userId);
  },
});

const find = (context: QueryCtx, { userId, productId }: { userId: string; productId: string }) =>
  context.db
    .query("watchers")
    .withIndex("byProduct", (index) => index.eq("productId", productId).eq("userId", userId))
    .unique();
