import { applyToSell } from "../../testing/open-shop.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** Nobody decides, so that it goes through all of its steps. */
export const scenario: Scenario = async (bench) => {
  await applyToSell(bench);
  await bench.settle();
  await bench.engine.advance("15d");
};
