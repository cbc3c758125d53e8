import { cleanupOldLogs } from "@org/events/mohallamart/cleanup-old-logs";
import { aboutTenYears } from "../../testing/long-ago.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await bench.rows.addLogs(3);
  await bench.engine.send(cleanupOldLogs.create({ olderThan: aboutTenYears }));
};
