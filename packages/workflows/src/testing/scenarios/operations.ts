import { replayRequested } from "../../operations/replay-requested.ts";
import { failToWelcome } from "../fail-to-welcome.ts";
import type { Scenarios } from "./scenario.ts";

export const operationsScenarios: Scenarios = {
  "alert-on-failure": failToWelcome,
  "record-dead-letter": failToWelcome,
  "replay-dead-letter": async (bench) => {
    const runId = await failToWelcome(bench);
    await bench.engine.send(replayRequested.create({ runId, requestedBy: "user_admin" }));
  },
};
