import { messageResendRequested } from "@org/events/operations/message-resend-requested";
import { type InngestFunction, NonRetriableError } from "inngest";
import { defaultRetries } from "../retry-policy.ts";
import type { Uses } from "./ports.ts";
import { runAgain } from "./run-again.ts";

type Ports = Uses<{ inngest: true; doubts: "run" | "clear" }>;

/** Sends a message again that an operator no longer wants to be in doubt about, by running its function again. */
export function resendMessage({ inngest, doubts }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    { id: "resend-message", triggers: [messageResendRequested], retries: defaultRetries },
    async ({ event, step }) => {
      const { key, runId } = event.data;
      const run = await step.run("fetch-run", async () => (await doubts.run(runId)) ?? null);
      if (!run) {
        throw new NonRetriableError(
          `Run ${runId}, which sent "${key}", is not kept: its person was removed, or the message was sent again.`,
        );
      }
      const completed = await runAgain(step, "run-again", run);
      await step.run("clear-runs", () => doubts.clear());
      return { outcome: completed ? "completed" : "failed again" };
    },
  );
}
