import { applyToSell, reject } from "../../testing/open-shop.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await applyToSell(bench);
  await bench.settle();
  await reject(bench);
};
