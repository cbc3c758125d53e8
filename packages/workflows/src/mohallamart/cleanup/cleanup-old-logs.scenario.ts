import { cleanupOldLogs } from "@org/events/mohallamart/cleanup-old-logs";
import { aboutTenYears, addOldRows } from "../../testing/old-rows.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await addOldRows(bench);
  await bench.engine.send(cleanupOldLogs.create({ olderThan: aboutTenYears }));
};
