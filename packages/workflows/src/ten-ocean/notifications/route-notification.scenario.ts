import { maya, suresh, tellMembers } from "../../testing/notices.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const quietHours = { from: "22:00", to: "07:00" };
  await bench.tenOcean.preferences.update(suresh.userId, { quietHours });
  await bench.tenOcean.preferences.update("user_chloe", { kinds: { forum: { timing: "digest" } } });
  await bench.subscribeDevice(maya.userId, "ten-ocean");
  const userIds = [maya.userId, suresh.userId, "user_chloe", "user_gone", "admin_001"];
  await tellMembers(bench, { template: "test-mention", userIds });
  await bench.engine.advance("12h");
  await bench.settle();
};
