import type { Products } from "@org/stores/mohallamart/port";
import { productEvents } from "@org/stores/mohallamart/products/product-events";
import type { Outcome } from "../../outcome.ts";
import { isOfShop, notTheirs } from "./save-picture.ts";

/** A shopkeeper takes a product's picture away; its files go later, when no page that was opened before shows them. */
export function removePicture({ products }: { products: Pick<Products, "get" | "update"> }) {
  return async ({
    productId,
    shopId,
  }: {
    productId: string;
    /** The shopkeeper's own. */
    shopId: string;
  }): Promise<Outcome<{ productId: string }, "not-theirs">> => {
    if (!(await isOfShop(products, { productId, shopId }))) return notTheirs;
    await products.update(productId, { picture: null }, { emit: productEvents });
    return { ok: true, productId };
  };
}
