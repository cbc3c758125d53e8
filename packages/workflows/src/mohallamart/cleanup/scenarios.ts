import { cleanupExpiredSessions } from "@org/events/mohallamart/cleanup-expired-sessions";
import { cleanupOldLogs } from "@org/events/mohallamart/cleanup-old-logs";
import { aboutTenYears, addOldRows, addUnusedSessions } from "../../testing/old-rows.ts";
import type { Scenarios } from "../../testing/scenarios/scenario.ts";

export const cleanupScenarios: Scenarios = {
  "cleanup-expired-sessions": async (bench) => {
    await addUnusedSessions(bench);
    await bench.engine.send(cleanupExpiredSessions.create({ olderThan: aboutTenYears }));
  },
  "cleanup-old-logs": async (bench) => {
    await addOldRows(bench);
    await bench.engine.send(cleanupOldLogs.create({ olderThan: aboutTenYears }));
  },
};
