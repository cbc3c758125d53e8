import { changeProduct, sellOutQuietly } from "../../testing/products.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await sellOutQuietly(bench);
  await changeProduct(bench, { stock: 7 });
};
