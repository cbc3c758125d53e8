import { repairLeak } from "../../testing/repair-leak.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** An admin changes what a captain is in charge of: the tenant and the captain hear of it. */
export const scenario: Scenario = async (bench) => {
  const { report, change } = repairLeak(bench);
  await report();
  await bench.tenOcean.maintenance.assign(
    "req_1",
    { assigneeId: "admin_002", by: "admin_001" },
    { emit: [] },
  );
  await change({ status: "in-progress", scheduledFor: "2026-11-10T14:00:00.000Z" });
};
