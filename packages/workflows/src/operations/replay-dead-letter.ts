import { replayData } from "@org/events/inngest";
import { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import { isReplayable, tooOldToReplay } from "@org/stores/dead-letters/is-replayable";
import { type InngestFunction, NonRetriableError, referenceFunction } from "inngest";
import { eventTime } from "../event-time.ts";
import { retries } from "../retry-policy.ts";
import type { Uses } from "./ports.ts";

type Ports = Uses<{ inngest: true; deadLetters: "get" | "markReplayed" | "reopen" }>;

/**
 * Runs the function of a failed run again, and no other, for the events that started it. It does only what did not
 * happen: messages and state changes have keys made from those events. A replay that fails again is a new dead letter.
 * Letters older than `replayableFor` stay open and are refused.
 */
export function replayDeadLetter({ inngest, deadLetters }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "replay-dead-letter",
      triggers: [deadLetterReplayRequested],
      ...retries(
        15,
        "A letter that was taken and not given back is out of sight: as patient as the function that recorded it.",
      ),
    },
    async ({ event, step, runId: replayRunId }) => {
      const { runId } = event.data;
      const letter = await step.run("take-dead-letter", async () => {
        const found = await deadLetters.get(runId);
        if (!found) throw new NonRetriableError(`No failed run ${runId} is kept. Look for it in the list.`);
        if (!isReplayable(found, eventTime(event)))
          throw new NonRetriableError(`Failed run ${runId}: ${tooOldToReplay}`);
        return (await deadLetters.markReplayed(runId, replayRunId)) ? found : null;
      });
      if (!letter) return { outcome: "someone else replayed or discarded it" };

      const { app, workflow, events } = letter;
      try {
        await step.invoke("run-failed-function", {
          function: referenceFunction({ appId: app, functionId: workflow }),
          data: replayData({ runId, events }),
        });
        return { outcome: "completed" };
      } catch {
        // The error does not say whether the function ran; if it did, its new dead letter is there by then.
        await step.sleep("wait-for-its-dead-letter", "1m");
        const status = await step.run("reopen-unless-it-ran", async () => {
          await deadLetters.reopen(runId, replayRunId);
          return (await deadLetters.get(runId))?.status;
        });
        return { outcome: status === "open" ? "not run, open again" : "failed again" };
      }
    },
  );
}
