import { cleanupExpiredSessions } from "@org/events/mohallamart/cleanup-expired-sessions";
import { aboutTenYears, addUnusedSessions } from "../../testing/old-rows.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await addUnusedSessions(bench);
  await bench.engine.send(cleanupExpiredSessions.create({ olderThan: aboutTenYears }));
};
