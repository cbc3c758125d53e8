import { expect, it } from "vitest";
import { parseProductQuery, searchPath } from "./product-query.ts";

it("an address is read as it was written", () => {
  const query = {
    text: "basmati & dal",
    category: "Rice & flour",
    shopId: "shop_789",
    sort: "cheapest",
    page: 3,
  } as const;
  const { searchParams } = new URL(searchPath(query), "http://localhost");
  expect(parseProductQuery(Object.fromEntries(searchParams))).toEqual(query);
});

it("an empty address finds everything, the best match first", () => {
  expect(parseProductQuery({})).toEqual({ text: "", sort: "relevance", page: 1 });
  expect(searchPath(parseProductQuery({}))).toBe("/search?q=");
});

it.each([
  [{ sort: "toString" }, { sort: "relevance" }],
  [{ page: "-1" }, { page: 1 }],
  [{ page: "2.5" }, { page: 1 }],
  [{ page: "99999999" }, { page: 100 }],
  [{ q: ["rice", "dal"] }, { text: "rice" }],
  [{ q: `  ${"x".repeat(500)}` }, { text: "x".repeat(100) }],
  // No half of a character, which the search client cannot send.
  [{ q: `${"x".repeat(99)}🍅` }, { text: "x".repeat(99) }],
  [
    { category: "", shop: "  " },
    { category: undefined, shopId: undefined },
  ],
])("%j is read as %j", (parameters, expected) => {
  expect(parseProductQuery(parameters)).toMatchObject(expected);
});
