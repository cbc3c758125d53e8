import { mayaWantsAddress } from "../../testing/house.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await mayaWantsAddress(bench, "maya.new@example.com");
  await bench.settle();
  await bench.engine.advance("25h");
};
