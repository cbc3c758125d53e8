import { answer, planEvent } from "../../testing/community.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** Two days ahead, so that it waits for both reminders. */
export const scenario: Scenario = async (bench) => {
  await planEvent(bench, { startsAt: "2026-11-04T04:30:00.000Z" });
  await answer(bench, "user_maya", "going", { silently: true });
  await bench.settle();
  await bench.engine.advance("2d");
};
