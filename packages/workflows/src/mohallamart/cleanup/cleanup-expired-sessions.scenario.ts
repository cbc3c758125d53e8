import { cleanupExpiredSessions } from "@org/events/mohallamart/cleanup-expired-sessions";
import { aboutTenYears } from "../../testing/long-ago.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await bench.rows.addUnusedSessions(3);
  await bench.engine.send(cleanupExpiredSessions.create({ olderThan: aboutTenYears }));
};
