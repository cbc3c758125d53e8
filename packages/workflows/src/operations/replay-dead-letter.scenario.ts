import { failToWelcome } from "../testing/fail-to-welcome.ts";
import type { Scenario } from "../testing/scenario.ts";
import { replayRequested } from "./replay-requested.ts";

export const scenario: Scenario = async (bench) => {
  const runId = await failToWelcome(bench);
  await bench.engine.send(replayRequested.create({ runId, requestedBy: "user_admin" }));
};
