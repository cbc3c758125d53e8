import { answer, planEvent } from "../../testing/community.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** Two hours ahead, so that there is one reminder. */
export const scenario: Scenario = async (bench) => {
  await planEvent(bench, { startsAt: "2026-11-02T06:30:00.000Z" });
  await answer(bench, "user_maya", "going", { silently: true });
  await answer(bench, "user_suresh", "maybe", { silently: true });
  await bench.settle();
  await bench.engine.advance("1h");
};
