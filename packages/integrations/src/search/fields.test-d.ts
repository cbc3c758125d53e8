import { expectTypeOf, test } from "vitest";
import type { Filters } from "./fields.ts";
import type { SearchQuery } from "./port.ts";
import type { ProductDocument, ProductFields } from "./products.ts";

test("a document has the types of its fields, and an id", () => {
  expectTypeOf<ProductDocument["id"]>().toEqualTypeOf<string>();
  expectTypeOf<ProductDocument["price"]>().toEqualTypeOf<number>();
  expectTypeOf<ProductDocument>().toHaveProperty("description").toEqualTypeOf<string | undefined>();
  // @ts-expect-error the category is missing
  const incomplete: ProductDocument = { id: "p", name: "n", shopId: "s", price: 1, available: 1 };
  expectTypeOf(incomplete).toEqualTypeOf<ProductDocument>();
});

test("filters and order take only fields that can be compared", () => {
  expectTypeOf<{ category: string[]; price: { from: number } }>().toExtend<Filters<ProductFields>>();
  expectTypeOf<{ price: string }>().not.toExtend<Filters<ProductFields>>();
  expectTypeOf<keyof Filters<ProductFields>>().toEqualTypeOf<"category" | "shopId" | "price" | "available">();
  type OrderField = NonNullable<SearchQuery<ProductFields>["order"]>[number]["by"];
  expectTypeOf<OrderField>().toEqualTypeOf<"price" | "available">();
});
