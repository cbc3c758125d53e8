import { repairLeak } from "../../testing/repair-leak.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** Somebody takes over, so that everybody who can be told is. */
export const scenario: Scenario = async (bench) => {
  const { report, assign } = repairLeak(bench);
  await report();
  await bench.tenOcean.maintenance.assign(
    "req_1",
    { assigneeId: "admin_002", by: "admin_001" },
    { emit: [] },
  );
  await assign("admin_003");
};
