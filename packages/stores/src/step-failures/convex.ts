import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import type { StepFailures } from "./port.ts";

export function convexStepFailures(deployment: ConvexDeployment): StepFailures {
  const { mutation } = deployment.callsOf("step-failures");
  return {
    add: ({ runId, step, attempt }) => mutation(functions.stepFailures.add, { runId, step, attempt }),
  };
}
