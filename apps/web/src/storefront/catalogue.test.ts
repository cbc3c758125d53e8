import type { Product, Shop } from "@org/stores/mohallamart/port";
import { expect, it } from "vitest";
import { alongside, nearestFirst } from "./catalogue.ts";

const shop = (shopId: string, area: string): Shop => ({
  shopId,
  area,
  name: shopId,
  description: "",
  listed: true,
});
const shops = [shop("shop_1", "Jayanagar"), shop("shop_2", "Indiranagar"), shop("shop_3", "Indiranagar")];
const ids = (area: string | undefined) => nearestFirst(shops, area).map(({ shopId }) => shopId);

it("a neighbourhood's shops come first, otherwise the order stays", () => {
  expect(ids("Indiranagar")).toEqual(["shop_2", "shop_3", "shop_1"]);
  expect(ids("Elsewhere")).toEqual(["shop_1", "shop_2", "shop_3"]);
  expect(ids(undefined)).toEqual(["shop_1", "shop_2", "shop_3"]);
});

it("beside a product stands what else there is to buy, of its category first, and what is sold out last", () => {
  const product = (productId: string, category: string, available: number): Product => ({
    ...{
      productId,
      category,
      available,
      shopId: "shop_1",
      name: productId,
      description: "",
      price: 10,
      unit: "1",
    },
  });
  const [own, ...others] = [
    product("own", "Fruit", 3),
    product("gone", "Fruit", 0),
    product("rice", "Staples", 2),
    product("mango", "Fruit", 9),
    product("dal", "Staples", 1),
  ];
  if (!own) throw new Error("There is none.");
  const shown = (most?: number) => alongside(own, [own, ...others], most).map(({ productId }) => productId);
  expect(shown()).toEqual(["mango", "rice", "dal", "gone"]);
  expect(shown(2)).toEqual(["mango", "rice"]);
});
