import type { EventToSend } from "@org/events";
import { productOutOfStock } from "@org/events/mohallamart/product-out-of-stock";
import { productUpdated } from "@org/events/mohallamart/product-updated";
import type { Product, ProductChange } from "../port.ts";

const details = ["name", "description", "category", "unit"] as const satisfies readonly (keyof Product)[];

/** What a change of a product makes known: what was and what is, and that nothing is left. For `Products.update`. */
export function productEvents({ before, after }: ProductChange): EventToSend[] {
  const { productId, shopId, available } = after;
  const price = before.price !== after.price ? { from: before.price, to: after.price } : undefined;
  const stock = before.available !== available ? { from: before.available, to: available } : undefined;
  const updated = productUpdated.create({
    productId,
    shopId,
    changed: [
      ...(price ? (["price"] as const) : []),
      ...(stock ? (["stock"] as const) : []),
      ...(details.some((field) => before[field] !== after[field]) ? (["details"] as const) : []),
      ...(before.picture !== after.picture ? (["images"] as const) : []),
    ],
    ...(price && { price }),
    ...(stock && { stock }),
  });
  if (stock?.to !== 0) return [updated];
  return [updated, productOutOfStock.create({ productId, shopId, lastStock: 0 }, { cause: updated })];
}
