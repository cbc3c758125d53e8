import { repairLeak } from "../../testing/repair-leak.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = (bench) => repairLeak(bench).report();
