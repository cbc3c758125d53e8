import { deleteMaya, mayaLivesHere } from "../../testing/delete-maya.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** Maya, who has the only seat of a party for which somebody waits, deletes her account; half an hour passes. */
export const scenario: Scenario = async (bench) => {
  await mayaLivesHere(bench);
  await deleteMaya(bench);
  await bench.settle();
  await bench.engine.advance("31m");
};
