import { changeProduct, watchProduct } from "../../testing/products.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await watchProduct(bench, ["user_1", "user_2"]);
  await changeProduct(bench, { price: 12.5 });
};
