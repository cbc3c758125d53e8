import type { Product, Shop } from "@org/stores/mohallamart/port";
import { expect, it } from "vitest";
import { toBaskets } from "./baskets.ts";

const shop = (shopId: string): Shop => ({
  shopId,
  name: shopId,
  area: "Indiranagar",
  description: "",
  listed: true,
});

const product = (productId: string, price: number, available = 10, shopId = "shop_1"): Product => ({
  productId,
  shopId,
  name: productId,
  description: "",
  category: "Fruit",
  unit: "1 kg",
  price,
  available,
});

it("sums in paise, where rupees would come out as 59.96999999999999 and 0.30000000000000004", () => {
  const { baskets } = toBaskets(
    [
      { productId: "prod_1", quantity: 3 },
      { productId: "prod_2", quantity: 1 },
      { productId: "prod_3", quantity: 1 },
    ],
    [shop("shop_1")],
    [product("prod_1", 19.99), product("prod_2", 0.1), product("prod_3", 0.2)],
  );
  expect(baskets[0]?.lines.map(({ amount }) => amount)).toEqual([59.97, 0.1, 0.2]);
  expect(baskets[0]?.total).toBe(60.27);
});

it("keeps each shop's basket apart and names what is no longer sold", () => {
  const { baskets, gone } = toBaskets(
    [
      { productId: "prod_1", quantity: 1 },
      { productId: "prod_2", quantity: 1 },
      { productId: "prod_gone", quantity: 1 },
    ],
    [shop("shop_1"), shop("shop_2"), shop("shop_3")],
    [product("prod_1", 10), product("prod_2", 20, 10, "shop_2")],
  );
  expect(baskets.map(({ shop, total }) => [shop.shopId, total])).toEqual([
    ["shop_1", 10],
    ["shop_2", 20],
  ]);
  expect(gone).toEqual(["prod_gone"]);
});

it("says which line asks for more than there is", () => {
  const cart = [
    { productId: "prod_1", quantity: 3 },
    { productId: "prod_2", quantity: 1 },
    { productId: "prod_3", quantity: 2 },
  ];
  const products = [product("prod_1", 10, 2), product("prod_2", 10, 0), product("prod_3", 10, 2)];
  const { baskets } = toBaskets(cart, [shop("shop_1")], products);
  expect(baskets[0]?.lines.map(({ problem }) => problem)).toEqual([
    expect.stringContaining("Only 2 left"),
    expect.stringContaining("Sold out"),
    undefined,
  ]);
});
