import { failToWelcome } from "../testing/fail-to-welcome.ts";
import type { Scenarios } from "../testing/scenarios/scenario.ts";
import { replayRequested } from "./replay-requested.ts";

export const operationsScenarios: Scenarios = {
  "alert-on-failure": failToWelcome,
  "record-dead-letter": failToWelcome,
  "replay-dead-letter": async (bench) => {
    const runId = await failToWelcome(bench);
    await bench.engine.send(replayRequested.create({ runId, requestedBy: "user_admin" }));
  },
};
