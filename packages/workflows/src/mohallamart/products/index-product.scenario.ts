import { searchIndex } from "@org/events/mohallamart/search-index";
import { firstProduct } from "../../testing/products.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const { productId, name, category, shopId } = firstProduct(bench);
  await bench.mohallaMart.products.update(productId, { price: 12.5 }, { emit: [] });
  await bench.engine.send(searchIndex.create({ productId, name, category, price: 12.5, shopId }));
};
