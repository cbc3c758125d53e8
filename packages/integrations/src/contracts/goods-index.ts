import { defineSearchIndex, type SearchDocument } from "../search/fields.ts";

/** What the search contract indexes: a field of every kind, one of them optional. */
export const goodsIndex = defineSearchIndex({
  name: "goods",
  fields: {
    name: { kind: "text", weight: 4 },
    category: { kind: "keyword", weight: 2 },
    description: { kind: "text", optional: true },
    shopId: { kind: "keyword" },
    price: { kind: "number" },
    available: { kind: "integer" },
  },
  rankedBy: "available",
});

export type GoodsFields = (typeof goodsIndex)["fields"];
export type GoodsDocument = SearchDocument<GoodsFields>;
