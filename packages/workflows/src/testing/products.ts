import { productCreated } from "@org/events/mohallamart/product-created";
import type { NewProduct, ProductChanges } from "@org/stores/mohallamart/port";
import { productEvents } from "@org/stores/mohallamart/products/product-events";
import type { TestBench } from "./test-bench.ts";

/** The product that the helpers below are about. */
export function firstProduct({ products }: Pick<TestBench, "products">): NewProduct {
  const [product] = products;
  if (!product) throw new Error("The demo data has no product.");
  return product;
}

/** Changes the first product as the shop's dashboard does: the change and its events in one write. */
export async function changeProduct(bench: TestBench, changes: ProductChanges): Promise<void> {
  const { productId } = firstProduct(bench);
  await bench.mohallaMart.products.update(productId, changes, { emit: productEvents });
}

/** A product that the demo data does not have, added as the shop's dashboard does. */
export const starfruit: NewProduct = {
  productId: "prod_starfruit",
  shopId: "shop_790",
  name: "Starfruit",
  description: "Crisp and sour.",
  category: "Fruit",
  unit: "500 g",
  price: 80,
  stock: 6,
};

export async function addProduct({ mohallaMart }: TestBench): Promise<void> {
  const { productId, shopId } = starfruit;
  await mohallaMart.products.add(starfruit, { emit: [productCreated.create({ productId, shopId })] });
}

/** Opens accounts and lets them watch the first product. */
export async function watchProduct(bench: TestBench, userIds: readonly string[]): Promise<void> {
  const { users, watchers } = bench.mohallaMart;
  const { productId } = firstProduct(bench);
  for (const userId of userIds) {
    await users.add({ userId, name: "Asha Rao", email: `${userId}@example.com` });
    await watchers.watch({ userId, productId });
  }
}

/** Puts the first product into the state after its alert, without the events that lead there. */
export async function sellOutQuietly(bench: TestBench): Promise<void> {
  const { productId } = firstProduct(bench);
  await bench.mohallaMart.products.update(productId, { stock: 0 }, { emit: [] });
  await bench.mohallaMart.inventory.raiseAlert({ alertId: "sold-out", productId });
  await bench.search.delete(productId);
}
