import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { rupees } from "../internal/fields/amounts.ts";
import { productId, shopId } from "./fields.ts";

export const searchIndex = defineEvent({
  name: "search.index",
  version: "2026-11-01.01",
  category: "search",
  owner: "search",
  kind: "command",
  summary: "Asks for a product to be added to the search index, or replaced in it.",
  data: z.object({
    productId,
    /** What the product is called. */
    name: z.string().trim().min(1).max(200),
    /** Where the shop sorts it. */
    category: z.string().trim().min(1).max(100),
    price: rupees,
    shopId,
  }),
  examples: [
    {
      productId: "prod_101",
      name: "Organic Tomatoes",
      category: "Vegetables",
      price: 60,
      shopId: "shop_790",
    },
    {
      productId: "prod_202",
      name: "India Gate Basmati Rice",
      category: "Rice & flour",
      price: 165,
      shopId: "shop_789",
    },
  ],
});
