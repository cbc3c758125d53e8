import { expectTypeOf, it } from "vitest";
import type { GoodsDocument, GoodsFields } from "../contracts/goods-index.ts";
import type { Filters } from "./fields.ts";
import type { SearchQuery } from "./port.ts";

it("a document has the types of its fields, and an id", () => {
  expectTypeOf<GoodsDocument["id"]>().toEqualTypeOf<string>();
  expectTypeOf<GoodsDocument["price"]>().toEqualTypeOf<number>();
  expectTypeOf<GoodsDocument>().toHaveProperty("description").toEqualTypeOf<string | undefined>();
  // @ts-expect-error the category is missing
  const incomplete: GoodsDocument = { id: "p", name: "n", shopId: "s", price: 1, available: 1 };
  expectTypeOf(incomplete).toEqualTypeOf<GoodsDocument>();
});

it("filters and order take only fields that can be compared", () => {
  expectTypeOf<{ category: string[]; price: { from: number } }>().toExtend<Filters<GoodsFields>>();
  expectTypeOf<{ price: string }>().not.toExtend<Filters<GoodsFields>>();
  expectTypeOf<keyof Filters<GoodsFields>>().toEqualTypeOf<"category" | "shopId" | "price" | "available">();
  type OrderField = NonNullable<SearchQuery<GoodsFields>["order"]>[number]["by"];
  expectTypeOf<OrderField>().toEqualTypeOf<"price" | "available">();
});
