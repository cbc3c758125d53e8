import type { InngestFunction } from "inngest";
import { retries } from "../retry-policy.ts";
import { anyFunctionFailed, failedRun } from "./failed-run.ts";
import type { Uses } from "./ports.ts";

type Ports = Uses<{ inngest: true; apps: true; deadLetters: "record" }>;

/**
 * Keeps every run that failed for good, with all that a replay needs, until an operator has looked at it.
 * A failure of this function is in the worker's log and in the engine; recording that one too could go round in circles.
 */
export function recordDeadLetter({ inngest, deadLetters, apps }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "record-dead-letter",
      triggers: [anyFunctionFailed],
      ...retries(
        15,
        "What is not recorded is lost: fifteen retries reach over three quarters of an hour without a database.",
      ),
    },
    ({ event, step }) =>
      step.run("record", async () => ({ isNew: await deadLetters.record(failedRun(event, apps)) })),
  );
}
