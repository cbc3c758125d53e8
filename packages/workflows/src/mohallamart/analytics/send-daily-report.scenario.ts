import type { Scenario } from "../../testing/scenario.ts";
import { visit } from "../../testing/visit.ts";

export const scenario: Scenario = async (bench) => {
  await visit(bench);
  await bench.engine.advanceTo("2026-11-03T07:00:00+05:30");
};
