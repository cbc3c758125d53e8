import { searchIndex } from "@org/events/mohallamart/search-index";
import { buyAll } from "../place-order.ts";
import type { Scenarios } from "./scenario.ts";

export const productScenarios: Scenarios = {
  "index-product": async ({ engine, products }) => {
    const [product] = products;
    if (!product) throw new Error("The demo data has no product.");
    const { productId, name, category, price, shopId } = product;
    await engine.send(searchIndex.create({ productId, name, category, price, shopId }));
  },
  "process-out-of-stock-alert": buyAll,
};
