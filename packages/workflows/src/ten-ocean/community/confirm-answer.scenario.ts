import { answer, planEvent } from "../../testing/community.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await planEvent(bench, {}, { silently: true });
  await answer(bench, "user_maya", "going", { seats: 2 });
};
