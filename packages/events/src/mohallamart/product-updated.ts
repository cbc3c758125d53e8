import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { rupees } from "../internal/fields/amounts.ts";
import { priceExactlyWhenChanged, stockExactlyWhenChanged } from "../internal/rules/mohallamart.ts";
import { pieces, productId, shopId } from "./fields.ts";

export const productUpdated = defineEvent({
  name: "product.updated",
  version: "2026-11-01.01",
  category: "product",
  owner: "catalogue",
  kind: "fact",
  summary: "A product changed; search and caches follow, and watchers hear of a lower price or of stock.",
  data: z
    .object({
      productId,
      shopId,
      /** What is not as it was. */
      changed: z.array(z.enum(["price", "stock", "details", "images", "status"])).min(1),
      price: z
        .object({ from: rupees, to: rupees })
        .optional()
        .describe("Rupees before and after; what it was cannot be looked up later"),
      stock: z.object({ from: pieces, to: pieces }).optional().describe("Available pieces before and after"),
    })
    .refine(priceExactlyWhenChanged, {
      path: ["price"],
      message: "Given exactly when changed contains price",
    })
    .refine(stockExactlyWhenChanged, {
      path: ["stock"],
      message: "Given exactly when changed contains stock",
    }),
  examples: [
    { productId: "prod_101", shopId: "shop_790", changed: ["price"], price: { from: 60, to: 54.5 } },
    { productId: "prod_102", shopId: "shop_790", changed: ["stock", "status"], stock: { from: 0, to: 25 } },
  ],
});
