import { productCreated } from "@org/events/mohallamart/product-created";
import type { ProductChange, Products } from "@org/stores/mohallamart/port";
import { productEvents } from "@org/stores/mohallamart/products/product-events";
import { ulid } from "ulid";
import type { Outcome, Refusal } from "../../outcome.ts";
import { Refused, refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, type RequestOf, readRequest } from "../../request.ts";
import { count } from "../../words.ts";
import { type ProductField, productRequest } from "./product-request.ts";

type StoredProducts = Pick<Products, "get" | "add" | "update">;

type SaveProductCode = InvalidCode | "not-theirs" | "stock-moved";

/** A fresh id for the form in which a product is about to be described. */
export function newProductId(): string {
  return `prod_${ulid()}`;
}

/**
 * A shopkeeper adds a product to their shop, or changes one, with the events that this causes. The same request again
 * changes nothing, and a number of pieces that the shopkeeper left as it was is left to the orders.
 */
export function saveProduct({ products }: { products: StoredProducts }) {
  return async (
    entries: EntriesOf<typeof productRequest>,
  ): Promise<Outcome<{ productId: string; added: boolean }, SaveProductCode, ProductField>> => {
    const read = readRequest(productRequest, entries);
    if (!read.ok) return read;
    const { productId, shopId } = read.request;
    const existing = await products.get(productId);
    if (!existing) {
      await add(products, read.request);
      return { ok: true, productId, added: true };
    }
    if (existing.shopId !== shopId) {
      return { ok: false, code: "not-theirs", message: "Your shop has no such product." };
    }
    return change(products, read.request);
  };
}

async function add(
  products: StoredProducts,
  { productId, shopId, available: stock, seen: _, ...description }: RequestOf<typeof productRequest>,
): Promise<void> {
  await products.add(
    { productId, shopId, stock, ...description },
    { emit: [productCreated.create({ productId, shopId })] },
  );
}

async function change(
  products: StoredProducts,
  { productId, shopId: _, seen, available, ...description }: RequestOf<typeof productRequest>,
): Promise<Outcome<{ productId: string; added: false }, "stock-moved">> {
  const emit = (change: ProductChange) => {
    // Thrown inside the change's transaction, so that no order comes between the look and the change.
    if (available !== seen && change.before.available !== seen) {
      throw new Refused(stockMoved(seen, change.before.available));
    }
    return productEvents(change);
  };
  try {
    await products.update(productId, { ...description, ...(available !== seen && { available }) }, { emit });
    return { ok: true, productId, added: false };
  } catch (error) {
    return refusalOf(error, [], ["stock-moved"]);
  }
}

/** Pieces were sold or came back since the shopkeeper saw how many there are. */
function stockMoved(seen: number, available: number): Refusal<"stock-moved", never> {
  return {
    ok: false,
    code: "stock-moved",
    message: `${count(available, "piece")} can be ordered now, it was ${seen} when you opened this page. Look again at your shelf, and correct the number if it is wrong.`,
  };
}
