import { firstProduct } from "../../testing/products.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await bench.mohallaMart.products.update(firstProduct(bench).productId, { price: 12.5 }, { emit: [] });
  await bench.engine.advanceTo("2026-11-02T21:00:00Z");
};
