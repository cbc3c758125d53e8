import { repairLeak } from "../../testing/repair-leak.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** Nobody answers, so that it goes through all of its steps. */
export const scenario: Scenario = async (bench) => {
  const { report, resolve } = repairLeak(bench);
  await report();
  await resolve();
  await bench.settle();
  await bench.engine.advance("8d");
};
