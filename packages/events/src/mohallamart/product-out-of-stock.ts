import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { pieces, productId, shopId } from "./fields.ts";

export const productOutOfStock = defineEvent({
  name: "product.outOfStock",
  version: "2026-11-01.01",
  category: "product",
  owner: "catalogue",
  kind: "fact",
  summary:
    "A product's stock ran out; the shopkeeper is told and the product leaves search and active listings.",
  data: z.object({
    productId,
    shopId,
    lastStock: pieces.describe("Pieces left when the alert was raised"),
  }),
  examples: [
    { productId: "prod_101", shopId: "shop_790", lastStock: 0 },
    { productId: "prod_102", shopId: "shop_790", lastStock: 1 },
  ],
});
