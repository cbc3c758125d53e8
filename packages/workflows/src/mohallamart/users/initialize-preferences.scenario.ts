import type { Scenario } from "../../testing/scenario.ts";
import { register } from "../../testing/users.ts";

export const scenario: Scenario = register;
