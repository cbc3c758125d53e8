import { repairLeak } from "../../testing/repair-leak.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** Urgent at first and no longer after half an hour, so that it waits twice. */
export const scenario: Scenario = async (bench) => {
  const { report, change } = repairLeak(bench);
  await report({ priority: "urgent" });
  await bench.settle();
  await bench.engine.advance("30m");
  await change({ priority: "low" });
  await bench.settle();
  await bench.engine.advance("25h");
};
