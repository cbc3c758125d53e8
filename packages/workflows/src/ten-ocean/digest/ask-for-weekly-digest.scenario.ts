import { announce } from "../../testing/full-house.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await announce(bench);
  await bench.engine.advanceTo("2026-11-02T08:00:00-05:00");
};
