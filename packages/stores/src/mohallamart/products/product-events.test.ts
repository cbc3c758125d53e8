import { expect, it } from "vitest";
import type { Product } from "../port.ts";
import { productEvents } from "./product-events.ts";

const rice: Product = {
  productId: "prod_rice",
  shopId: "shop_1",
  name: "Rice",
  description: "Aged.",
  category: "Staples",
  unit: "1 kg",
  price: 19.99,
  available: 10,
};

const events = (changes: Partial<Product>, before = rice) =>
  productEvents({ before, after: { ...before, ...changes } }).map(({ name, data }) => ({ name, data }));

it.each([
  [{ price: 18.5 }, { changed: ["price"], price: { from: 19.99, to: 18.5 } }],
  [{ available: 12 }, { changed: ["stock"], stock: { from: 10, to: 12 } }],
  [{ unit: "500 g", name: "Red rice" }, { changed: ["details"] }],
  [{ picture: "aa-1" }, { changed: ["images"] }],
  [
    { price: 21, available: 1, category: "Grains" },
    { changed: ["price", "stock", "details"], price: { from: 19.99, to: 21 }, stock: { from: 10, to: 1 } },
  ],
])("%j is an update that says what was and what is", (changes, expected) => {
  expect(events(changes)).toEqual([
    {
      name: "product.updated",
      data: { productId: "prod_rice", shopId: "shop_1", occurredAt: expect.any(String), ...expected },
    },
  ]);
});

it("setting the stock to nothing sells the product out", () => {
  expect(events({ available: 0 })).toMatchObject([
    { name: "product.updated", data: { stock: { from: 10, to: 0 } } },
    { name: "product.outOfStock", data: { productId: "prod_rice", shopId: "shop_1", lastStock: 0 } },
  ]);
  const soldOut = { ...rice, available: 0 };
  expect(events({ price: 18 }, soldOut).map(({ name }) => name)).toEqual(["product.updated"]);
});
