import { announce } from "../../testing/full-house.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await bench.tenOcean.preferences.update("user_maya", { digest: "daily" });
  await announce(bench, { publishedAt: "2026-11-02T01:00:00.000Z" });
  await bench.engine.advanceTo("2026-11-02T08:00:00-05:00");
};
