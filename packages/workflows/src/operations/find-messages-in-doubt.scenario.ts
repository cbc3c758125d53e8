import { ageDoubts, loseTexts } from "../testing/lose-texts.ts";
import type { Scenario } from "../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await loseTexts(bench);
  await ageDoubts(bench);
  // To the schedule, and half the way to the next one.
  await bench.engine.advance("2h");
};
