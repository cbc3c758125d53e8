import { messageResendRequested } from "@org/events/operations/message-resend-requested";
import { loseTexts } from "../testing/lose-texts.ts";
import type { Scenario } from "../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const [key = ""] = await loseTexts(bench);
  const { runId = "" } = (await bench.doubts.get(key)) ?? {};
  const emit = [messageResendRequested.create({ key, runId, requestedBy: "admin_001" })];
  await bench.doubts.allowAgain(key, { emit });
};
