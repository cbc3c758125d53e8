import { fillInApplication } from "../../testing/open-shop.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await fillInApplication(bench);
  await bench.settle();
  await bench.engine.advance("25h");
};
