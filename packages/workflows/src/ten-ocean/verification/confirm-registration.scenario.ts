import { requestAsSam } from "../../testing/house.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await requestAsSam(bench);
  await bench.settle();
  await bench.engine.advance("25h");
};
