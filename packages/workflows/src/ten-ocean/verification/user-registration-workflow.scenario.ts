import { registerSam } from "../../testing/house.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** Nobody decides, so that it goes through all of its steps. */
export const scenario: Scenario = async (bench) => {
  await registerSam(bench);
  await bench.settle();
  await bench.engine.advance("15d");
};
