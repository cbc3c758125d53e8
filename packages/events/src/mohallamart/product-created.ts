import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { productId, shopId } from "./fields.ts";

export const productCreated = defineEvent({
  name: "product.created",
  version: "2026-11-01.01",
  category: "product",
  owner: "catalogue",
  kind: "fact",
  summary: "A shop added a product; it becomes searchable and is cached.",
  key: ["productId"],
  data: z.object({ productId, shopId }),
  examples: [
    { productId: "prod_101", shopId: "shop_790" },
    { productId: "prod_201", shopId: "shop_789" },
  ],
});
