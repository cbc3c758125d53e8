import type { Shop } from "@org/stores/mohallamart/port";
import { expect, it } from "vitest";
import { nearestFirst } from "./catalogue.ts";

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
