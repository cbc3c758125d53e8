import { beforeAll, expect, test } from "vitest";
import { testStores } from "../testing/test-stores.ts";
import type { ProductForm } from "./product-form.ts";
import { addProduct, changeProduct, newProductId } from "./save-product.ts";

const stores = await testStores();
const { products, shops, orders } = stores.mohallaMart;

const form: ProductForm = {
  name: "Starfruit",
  category: "Fruit",
  unit: "500 g",
  description: "Crisp and sour.",
  price: 80,
  available: 6,
};

beforeAll(async () => {
  const shop = { shopId: "shop_1", name: "Hari Fresh", area: "Indiranagar", description: "", listed: true };
  await shops.add(shop);
});

/** A product of its own, and the names of what was emitted since. */
async function added() {
  const productId = newProductId();
  await addProduct(products, { productId, shopId: "shop_1" }, form);
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

test("adds a product once, however often its form comes", async () => {
  const before = (await stores.emittedEvents()).length;
  const productId = newProductId();
  await addProduct(products, { productId, shopId: "shop_1" }, form);
  await addProduct(products, { productId, shopId: "shop_1" }, form);
  expect((await stores.emittedEvents()).slice(before)).toEqual([
    { name: "product.created", data: expect.objectContaining({ productId, shopId: "shop_1" }) },
  ]);
  expect(await products.get(productId)).toMatchObject({ name: "Starfruit", price: 80, available: 6 });
});

test("a change says exactly what was and what is", async () => {
  const { productId, emitted } = await added();
  expect(await changeProduct(products, productId, { ...form, price: 72.5, available: 9 }, 6)).toEqual({});
  expect(await emitted()).toMatchObject([
    {
      name: "product.updated",
      data: { changed: ["price", "stock"], price: { from: 80, to: 72.5 }, stock: { from: 6, to: 9 } },
    },
  ]);
});

test("nothing left is a product that is out of stock; nothing changed is nothing to tell", async () => {
  const { productId, emitted } = await added();
  await changeProduct(products, productId, form, 6);
  expect(await emitted()).toEqual([]);
  await changeProduct(products, productId, { ...form, available: 0 }, 6);
  expect((await emitted()).map(({ name }) => name)).toEqual(["product.updated", "product.outOfStock"]);
});

test("a number that was not touched is left to the orders that came meanwhile", async () => {
  const { productId, emitted } = await added();
  await buy(productId, 2);
  expect(await changeProduct(products, productId, { ...form, price: 75 }, 6)).toEqual({});
  expect(await products.get(productId)).toMatchObject({ price: 75, available: 4 });
  expect(await emitted()).toMatchObject([{ data: { changed: ["price"] } }]);
});

test("a number that was corrected is refused when pieces were sold meanwhile", async () => {
  const { productId, emitted } = await added();
  await buy(productId, 2);
  const outcome = await changeProduct(products, productId, { ...form, price: 75, available: 10 }, 6);
  expect(outcome.refusal).toMatch(/4 pieces can be ordered now, it was 6/);
  expect(await products.get(productId)).toMatchObject({ price: 80, available: 4 });
  expect(await emitted()).toEqual([]);
  expect(await changeProduct(products, productId, { ...form, available: 10 }, 4)).toEqual({});
  expect(await products.get(productId)).toMatchObject({ available: 10 });
});
