import { toPaise } from "@org/events/money";
import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { emit, emitFor } from "./outboxRows.ts";
import {
  logStock,
  product,
  productFrom,
  productWithId,
  productWithPicture,
  shopWithId,
} from "./productRows.ts";
import { refuse } from "./refusals.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

/** What one call reads at most; the adapter goes on. */
const readAtOnce = 500;

const text = {
  name: v.string(),
  description: v.string(),
  category: v.string(),
  unit: v.string(),
  price: v.number(),
};

export const get = serviceQuery({
  args: { productId: v.string() },
  returns: v.union(v.null(), product),
  handler: async (context, { productId }) => {
    const found = await productWithId(context, productId);
    return found && productFrom(found);
  },
});

/** In the order of ids, from behind one. `next` is where to go on when there may be more. */
export const scan = serviceQuery({
  args: { shopId: v.optional(v.string()), unlisted: v.boolean(), after: v.string(), limit: v.number() },
  returns: v.object({ products: v.array(product), next: v.union(v.null(), v.string()) }),
  handler: async (context, { shopId, unlisted, after, limit }) => {
    const most = Math.min(limit, readAtOnce);
    const table = context.db.query("products");
    const read = await (shopId === undefined
      ? table.withIndex("byProduct", (index) => index.gt("productId", after))
      : table.withIndex("byShop", (index) => index.eq("shopId", shopId).gt("productId", after))
    ).take(most);
    const shown = unlisted ? undefined : await listedAmong(context, read);
    const products = read.filter((row) => shown?.has(row.shopId) ?? true).map(productFrom);
    return { products, next: read.length === most ? (read.at(-1)?.productId ?? null) : null };
  },
});

async function listedAmong(context: QueryCtx, rows: readonly Doc<"products">[]): Promise<Set<string>> {
  const shopIds = [...new Set(rows.map(({ shopId }) => shopId))];
  const shops = await Promise.all(shopIds.map((shopId) => shopWithId(context, shopId)));
  return new Set(shops.flatMap((shop) => (shop?.listed ? [shop.shopId] : [])));
}

export const add = serviceMutation({
  args: {
    product: v.object({
      productId: v.string(),
      shopId: v.string(),
      ...text,
      stock: v.number(),
      picture: v.optional(v.string()),
    }),
    emit,
  },
  returns: v.boolean(),
  handler: async (context, { product: { price, ...product }, emit }) => {
    if (await productWithId(context, product.productId)) return false;
    if (!(await shopWithId(context, product.shopId))) refuse("unknown-shop", product.shopId);
    if (product.stock < 0) refuse("stock", product.productId, product.stock, 0);
    await context.db.insert("products", { ...product, pricePaise: toPaise(price), reserved: 0 });
    await emitFor(context, emit, undefined);
    return true;
  },
});

/** Those of some pictures that products have. */
export const picturesInUse = serviceQuery({
  args: { pictures: v.array(v.string()) },
  returns: v.array(v.string()),
  handler: async (context, { pictures }) => {
    const found = await Promise.all(pictures.map((picture) => productWithPicture(context, picture)));
    return found.flatMap((product) => product?.picture ?? []);
  },
});

const changes = v.object({
  name: v.optional(v.string()),
  description: v.optional(v.string()),
  category: v.optional(v.string()),
  unit: v.optional(v.string()),
  price: v.optional(v.number()),
  stock: v.optional(v.number()),
  available: v.optional(v.number()),
  picture: v.optional(v.union(v.string(), v.null())),
});

export const update = serviceMutation({
  args: { productId: v.string(), changes, emit },
  returns: v.object({ before: product, after: product }),
  handler: async (context, { productId, changes: { price, available, picture, ...given }, emit }) => {
    const before = (await productWithId(context, productId)) ?? refuse("unknown-product-id", productId);
    const after = {
      ...before,
      ...given,
      ...(price !== undefined && { pricePaise: toPaise(price) }),
      ...(available !== undefined && { stock: before.reserved + available }),
      ...(picture !== undefined && { picture: picture ?? undefined }),
    };
    const change = { before: productFrom(before), after: productFrom(after) };
    const isSame =
      JSON.stringify(change.before) === JSON.stringify(change.after) && before.stock === after.stock;
    if (isSame) return change;
    const { stock, reserved } = after;
    if (stock < reserved) refuse("stock", productId, stock, reserved);
    await context.db.replace(before._id, after);
    if (stock !== before.stock)
      await logStock(context, { productId, stock, reserved, change: stock - before.stock, reason: "count" });
    await emitFor(context, emit, change);
    return change;
  },
});
