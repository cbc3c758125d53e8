import type { Product } from "@org/stores/mohallamart/port";
import { expect, it } from "vitest";
import { picturedLines } from "./pictured-lines.ts";

const shop = { shopId: "shop_1", name: "Corner", area: "Indiranagar", description: "", listed: true };
const line = { productId: "prod_1", name: "Tea", unit: "500 g", quantity: 2, price: 265, amount: 530 };
const tea: Product = {
  productId: "prod_1",
  shopId: "shop_1",
  name: "Strong tea",
  description: "",
  category: "Tea",
  unit: "250 g",
  price: 300,
  available: 1,
  picture: "picture_1",
};
const selling = (product: Product | undefined) => ({ get: () => Promise.resolve(product) });

it("shows a line as it was ordered, with today's picture and the way to its page", async () => {
  const lines = await picturedLines({ lines: [line], shop }, selling(tea));
  expect(lines).toEqual([{ ...line, picture: "picture_1", path: "/products/prod_1" }]);
});

it("leads nowhere when the product is sold no more", async () => {
  const lines = await picturedLines({ lines: [line], shop }, selling(undefined));
  expect(lines).toEqual([{ ...line, picture: undefined, path: undefined }]);
});

it("leads nowhere when its shop sells no more", async () => {
  const lines = await picturedLines({ lines: [line], shop: { ...shop, listed: false } }, selling(tea));
  expect(lines).toEqual([{ ...line, picture: "picture_1", path: undefined }]);
});
