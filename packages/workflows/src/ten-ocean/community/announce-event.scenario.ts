import { planEvent } from "../../testing/community.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = (bench) => planEvent(bench);
