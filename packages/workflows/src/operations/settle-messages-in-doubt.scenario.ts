import { loseTexts } from "../testing/lose-texts.ts";
import type { Scenario } from "../testing/scenario.ts";

export const scenario: Scenario = (bench) => loseTexts(bench);
