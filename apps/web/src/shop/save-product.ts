import { productCreated } from "@org/events/mohallamart/product-created";
import type { Product, ProductChange, Products } from "@org/stores/mohallamart/port";
import { productEvents } from "@org/stores/mohallamart/products/product-events";
import { ulid } from "ulid";
import { count } from "../format.ts";
import type { ProductForm } from "./product-form.ts";

/** A fresh id for the form in which a product is about to be described. */
export function newProductId(): string {
  return `prod_${ulid()}`;
}

/** Pieces were sold or came back since the shopkeeper saw how many there are; the message may be shown to them. */
class StockMovedError extends Error {
  override readonly name = "StockMovedError";

  constructor(seen: number, available: number) {
    super(
      `${count(available, "piece")} can be ordered now, it was ${seen} when you opened this page. Look again at your shelf, and correct the number if it is wrong.`,
    );
  }
}

/** Adds the product of a form, with its event. The same form again changes nothing. */
export async function addProduct(
  products: Products,
  { productId, shopId }: Pick<Product, "productId" | "shopId">,
  { available: stock, ...form }: ProductForm,
): Promise<void> {
  await products.add(
    { productId, shopId, stock, ...form },
    { emit: [productCreated.create({ productId, shopId })] },
  );
}

/**
 * Changes a product as a form says, with the events that this causes. A number of pieces that the shopkeeper left as
 * it was is left to the orders.
 * @param seen how many pieces could be ordered when the form was shown.
 * @returns a refusal in words for the shopkeeper; nothing is written or emitted then.
 */
export async function changeProduct(
  products: Products,
  productId: string,
  { available, ...form }: ProductForm,
  seen: number,
): Promise<{ refusal?: string }> {
  const emit = (change: ProductChange) => {
    // Thrown inside the change's transaction, so that no order comes between the look and the change.
    if (available !== seen && change.before.available !== seen) {
      throw new StockMovedError(seen, change.before.available);
    }
    return productEvents(change);
  };
  try {
    await products.update(productId, { ...form, ...(available !== seen && { available }) }, { emit });
    return {};
  } catch (error) {
    if (error instanceof StockMovedError) return { refusal: error.message };
    throw error;
  }
}
