import { beforeAll, expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { newProductId, saveProduct } from "./save-product.ts";

const stores = await testStores();
const { products, shops, orders } = stores.mohallaMart;

const save = saveProduct({ products });

const form = {
  shopId: "shop_1",
  name: "Starfruit",
  category: "Fruit",
  unit: "500 g",
  description: "Crisp and sour.",
  price: "80",
  available: "6",
};

beforeAll(async () => {
  const shop = { shopId: "shop_1", name: "Hari Fresh", area: "Indiranagar", description: "", listed: true };
  await shops.add(shop);
});

/** A product of its own, and the names of what was emitted since. */
async function added() {
  const productId = newProductId();
  await save({ ...form, productId });
  const before = (await stores.emittedEvents()).length;
  return { productId, emitted: async () => (await stores.emittedEvents()).slice(before) };
}

async function buy(productId: string, quantity: number) {
  await orders.place(
    {
      orderId: `ord_${productId}`,
      shopId: "shop_1",
      customer: { userId: "user_1", name: "Asha", email: "asha@example.com" },
      items: [{ productId, quantity }],
      payment: "cash",
    },
    { emit: [] },
  );
}

it("adds a product once, however often its form comes", async () => {
  const before = (await stores.emittedEvents()).length;
  const productId = newProductId();
  const sent = { ...form, productId, seen: "6" };
  expect(await save(sent)).toEqual({ ok: true, productId, added: true });
  expect(await save(sent)).toEqual({ ok: true, productId, added: false });
  expect((await stores.emittedEvents()).slice(before)).toEqual([
    { name: "product.created", data: expect.objectContaining({ productId, shopId: "shop_1" }) },
  ]);
  expect(await products.get(productId)).toMatchObject({ name: "Starfruit", price: 80, available: 6 });
});

it("a change says exactly what was and what is", async () => {
  const { productId, emitted } = await added();
  const changed = { ...form, productId, seen: "6", price: "72.5", available: "9" };
  expect(await save(changed)).toEqual({ ok: true, productId, added: false });
  expect(await emitted()).toMatchObject([
    {
      name: "product.updated",
      data: { changed: ["price", "stock"], price: { from: 80, to: 72.5 }, stock: { from: 6, to: 9 } },
    },
  ]);
});

it("nothing left is a product that is out of stock; nothing changed is nothing to tell", async () => {
  const { productId, emitted } = await added();
  await save({ ...form, productId, seen: "6" });
  expect(await emitted()).toEqual([]);
  await save({ ...form, productId, seen: "6", available: "0" });
  expect((await emitted()).map(({ name }) => name)).toEqual(["product.updated", "product.outOfStock"]);
});

it("a number that was not touched is left to the orders that came meanwhile", async () => {
  const { productId, emitted } = await added();
  await buy(productId, 2);
  expect(await save({ ...form, productId, seen: "6", price: "75" })).toMatchObject({ ok: true });
  expect(await products.get(productId)).toMatchObject({ price: 75, available: 4 });
  expect(await emitted()).toMatchObject([{ data: { changed: ["price"] } }]);
});

it("a number that was corrected is refused when pieces were sold meanwhile", async () => {
  const { productId, emitted } = await added();
  await buy(productId, 2);
  const corrected = { ...form, productId, available: "10" };
  expect(await save({ ...corrected, seen: "6", price: "75" })).toEqual({
    ok: false,
    code: "stock-moved",
    message: expect.stringMatching(/4 pieces can be ordered now, it was 6/),
  });
  expect(await products.get(productId)).toMatchObject({ price: 80, available: 4 });
  expect(await emitted()).toEqual([]);
  expect(await save({ ...corrected, seen: "4" })).toMatchObject({ ok: true });
  expect(await products.get(productId)).toMatchObject({ available: 10 });
});

it("a product of another shop is left alone", async () => {
  const { productId, emitted } = await added();
  const theirs = { ...form, productId, shopId: "shop_2", seen: "6", price: "1" };
  expect(await save(theirs)).toMatchObject({ ok: false, code: "not-theirs" });
  expect(await save({ ...theirs, productId: "<script>" })).toMatchObject({ ok: false, code: "damaged" });
  expect(await products.get(productId)).toMatchObject({ price: 80 });
  expect(await emitted()).toEqual([]);
});
