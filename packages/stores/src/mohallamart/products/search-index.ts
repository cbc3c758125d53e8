import { defineSearchIndex, type SearchDocument } from "@org/integrations/search/fields";

/** The products that customers of MohallaMart search. */
export const productIndex = defineSearchIndex({
  name: "products",
  fields: {
    name: { kind: "text", weight: 4 },
    category: { kind: "keyword", weight: 2 },
    description: { kind: "text", optional: true },
    shopId: { kind: "keyword" },
    /** Rupees. */
    price: { kind: "number" },
    /** Pieces that can be ordered now. */
    available: { kind: "integer" },
  },
  rankedBy: "available",
});

export type ProductFields = (typeof productIndex)["fields"];
export type ProductDocument = SearchDocument<ProductFields>;
