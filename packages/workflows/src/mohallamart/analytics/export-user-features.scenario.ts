import type { Scenario } from "../../testing/scenario.ts";
import { visit } from "../../testing/visit.ts";

export const scenario: Scenario = async (bench) => {
  await visit(bench);
  await bench.engine.controls.invoke("mohallamart-export-user-features", {});
  await bench.engine.runUntilIdle();
};
