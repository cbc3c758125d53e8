import { toRupees } from "@org/events/money";
import { type Infer, v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";

export const product = v.object({
  productId: v.string(),
  shopId: v.string(),
  name: v.string(),
  description: v.string(),
  category: v.string(),
  unit: v.string(),
  price: v.number(),
  available: v.number(),
  picture: v.optional(v.string()),
});

type ProductRow = Omit<Doc<"products">, "_id" | "_creationTime">;

export function productFrom(row: ProductRow): Infer<typeof product> {
  const { productId, shopId, name, description, category, unit, pricePaise, stock, reserved, picture } = row;
  const price = toRupees(pricePaise);
  return {
    productId,
    shopId,
    name,
    description,
    category,
    unit,
    price,
    available: stock - reserved,
    picture,
  };
}

export const productWithId = (context: QueryCtx, productId: string) =>
  context.db
    .query("products")
    .withIndex("byProduct", (index) => index.eq("productId", productId))
    .unique();

export const productWithPicture = (context: QueryCtx, picture: string) =>
  context.db
    .query("products")
    .withIndex("byPicture", (index) => index.eq("picture", picture))
    .first();

export const shopWithId = (context: QueryCtx, shopId: string) =>
  context.db
    .query("shops")
    .withIndex("byShop", (index) => index.eq("shopId", shopId))
    .unique();

export type StockReason = Doc<"inventoryLog">["reason"];

export interface StockMovement {
  productId: string;
  /** Units on hand and reserved afterwards. */
  stock: number;
  reserved: number;
  change: number;
  reason: StockReason;
  orderId?: string;
}

export async function logStock(context: MutationCtx, movement: StockMovement): Promise<void> {
  const { stock, reserved, ...entry } = movement;
  const after = { stockAfter: stock, availableAfter: stock - reserved };
  await context.db.insert("inventoryLog", { ...entry, ...after, at: Date.now() });
}
