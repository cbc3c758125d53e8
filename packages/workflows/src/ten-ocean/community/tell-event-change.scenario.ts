import { answer, changeEvent, planEvent } from "../../testing/community.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await planEvent(bench, {}, { silently: true });
  await answer(bench, "user_maya", "going", { silently: true });
  await answer(bench, "user_suresh", "maybe", { silently: true });
  await changeEvent(bench, { location: "The lobby", startsAt: "2026-11-11T23:00:00.000Z" });
};
