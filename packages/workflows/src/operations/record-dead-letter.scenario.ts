import { failToWelcome } from "../testing/fail-to-welcome.ts";
import type { Scenario } from "../testing/scenario.ts";

export const scenario: Scenario = failToWelcome;
