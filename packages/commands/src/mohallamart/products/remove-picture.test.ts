import { beforeAll, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { removePicture } from "./remove-picture.ts";

const stores = await testStores();
const { products, shops } = stores.mohallaMart;
const remove = removePicture({ products });
const theirs = { productId: "prod_starfruit", shopId: "shop_1" };

beforeAll(async () => {
  const shop = { shopId: "shop_1", name: "Hari Fresh", area: "Indiranagar", description: "", listed: true };
  await shops.add(shop);
  const about = { name: "Starfruit", category: "Fruit", unit: "500 g", description: "Sour.", price: 80 };
  await products.add({ ...theirs, ...about, stock: 6, picture: "aa-1" }, { emit: [] });
});

it("only its own shop takes a product's picture away, once, which is told once", async () => {
  for (const wrong of [
    { ...theirs, shopId: "shop_2" },
    { ...theirs, productId: "prod_none" },
    { ...theirs, productId: "\0" },
  ]) {
    expect(await remove(wrong)).toMatchObject({ ok: false, code: "not-theirs" });
  }
  expect(await products.get(theirs.productId)).toMatchObject({ picture: "aa-1" });
  expect(await remove(theirs)).toEqual({ ok: true, productId: theirs.productId });
  expect(await remove(theirs)).toMatchObject({ ok: true });
  expect((await products.get(theirs.productId))?.picture).toBeUndefined();
  expect(await stores.emittedEvents()).toMatchObject([
    { name: "product.updated", data: { productId: theirs.productId, changed: ["images"] } },
  ]);
});
