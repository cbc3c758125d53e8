import { replayData } from "@org/events/inngest";
import type { SendingRun } from "@org/stores/deliveries/port";
import { referenceFunction } from "inngest";
import type { WorkflowStep } from "../client.ts";

/**
 * Runs a function again for the events that a run of it had: it does what did not happen yet.
 * @param id of the step
 * @returns whether it came to a good end; that of one that takes longer is not waited for
 */
export async function runAgain(
  step: Pick<WorkflowStep, "invoke">,
  id: string,
  { runId, app, workflow, events }: SendingRun,
): Promise<boolean> {
  try {
    await step.invoke(id, {
      function: referenceFunction({ appId: app, functionId: workflow }),
      data: replayData({ runId, events }),
      timeout: "5m",
    });
    return true;
  } catch {
    // What is wrong with it is in the letter of its own that it leaves.
    return false;
  }
}
