import { searchIndex } from "@org/events/mohallamart/search-index";
import { buyAll } from "../../testing/place-order.ts";
import {
  addProduct,
  changeProduct,
  firstProduct,
  sellOutQuietly,
  watchProduct,
} from "../../testing/products.ts";
import type { Scenarios } from "../../testing/scenarios/scenario.ts";

export const productScenarios: Scenarios = {
  "index-product": async (bench) => {
    const { productId, name, category, shopId } = firstProduct(bench);
    await bench.mohallaMart.products.update(productId, { price: 12.5 }, { emit: [] });
    await bench.engine.send(searchIndex.create({ productId, name, category, price: 12.5, shopId }));
  },
  "notify-watchers": async (bench) => {
    await watchProduct(bench, ["user_1", "user_2"]);
    await changeProduct(bench, { price: 12.5 });
  },
  "process-out-of-stock-alert": buyAll,
  "reindex-products": async (bench) => {
    await bench.mohallaMart.products.update(firstProduct(bench).productId, { price: 12.5 }, { emit: [] });
    await bench.engine.advanceTo("2026-11-02T21:00:00Z");
  },
  "restore-listing": async (bench) => {
    await sellOutQuietly(bench);
    await changeProduct(bench, { stock: 7 });
  },
  "sync-product-data": addProduct,
};
