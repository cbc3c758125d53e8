import { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import { failToWelcome } from "../testing/fail-to-welcome.ts";
import type { Scenario } from "../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const runId = await failToWelcome(bench);
  await bench.engine.send(deadLetterReplayRequested.create({ runId, requestedBy: "user_admin" }));
};
