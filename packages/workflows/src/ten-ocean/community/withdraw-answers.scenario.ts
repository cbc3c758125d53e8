import { userStatusChanged } from "@org/events/ten-ocean/user-status-changed";
import { answer, planEvent } from "../../testing/community.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await planEvent(bench, { capacity: 1 }, { silently: true });
  await answer(bench, "user_maya", "going", { silently: true });
  await answer(bench, "user_suresh", "going", { silently: true });
  await bench.tenOcean.residents.changeStanding("user_maya", "alumni", {
    emit: (change) => [userStatusChanged.create(change)],
  });
};
