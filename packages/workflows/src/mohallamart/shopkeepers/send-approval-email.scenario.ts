import { openShop } from "../../testing/open-shop.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = openShop;
