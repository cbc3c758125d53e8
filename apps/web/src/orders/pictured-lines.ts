import type { OrderDetails, OrderLine } from "@org/stores/mohallamart/port";
import type { shownProducts } from "../storefront/shown-catalogue.ts";

export interface PicturedLine extends OrderLine {
  /** What its picture's files are found by; absent while the product has none, and when nobody knows. */
  picture: string | undefined;
  /** Its page; absent when it is sold no more. */
  path: `/products/${string}` | undefined;
}

/** An order's lines as ordered, with the pictures of what is sold under their names today. */
export function picturedLines(
  { lines, shop }: Pick<OrderDetails, "lines" | "shop">,
  products: Pick<typeof shownProducts, "get">,
): Promise<PicturedLine[]> {
  return Promise.all(
    lines.map(async (line) => {
      const sold = await products.get(line.productId);
      const path =
        sold && shop.listed ? (`/products/${encodeURIComponent(line.productId)}` as const) : undefined;
      return { ...line, picture: sold?.picture, path };
    }),
  );
}
