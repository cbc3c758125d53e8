import { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import type { DeadLetters, NewDeadLetter } from "@org/stores/dead-letters/port";
import type { InngestFunction } from "inngest";
import { retries } from "../retry-policy.ts";
import { anyFunctionFailed, failedRun } from "./failed-run.ts";
import { isLost, nextReplay } from "./lost-run.ts";
import type { Uses } from "./ports.ts";

type Ports = Uses<{ inngest: true; apps: true; deadLetters: "record" | "get" }>;

/** Who asks for a replay that no person asked for. */
const selfReplay = "by-itself";

/**
 * Keeps every run that failed for good, with all that a replay needs, until an operator has looked at it. One whose worker
 * was lost has failed through no fault of its own: it is replayed by itself, unless somebody has settled it by then.
 * A failure of this function is in the worker's log and in the engine; recording that one too could go round in circles.
 */
export function recordDeadLetter({ inngest, deadLetters, apps }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "record-dead-letter",
      triggers: [anyFunctionFailed],
      ...retries(
        15,
        "What is not recorded is lost: fifteen retries reach over 45 minutes without a database.",
      ),
    },
    async ({ event, step }) => {
      const { runId, nextReplayAt, isNew } = await step.run("record", async () => {
        const letter = await withReplay(failedRun(event, apps), deadLetters);
        const isNew = await deadLetters.record(letter);
        return { runId: letter.runId, nextReplayAt: letter.nextReplayAt ?? null, isNew };
      });
      if (nextReplayAt === null) return { isNew };

      await step.sleepUntil("wait-until-its-worker-is-back", nextReplayAt);
      const isOpen = await step.run(
        "look-whether-it-is-open",
        async () => (await deadLetters.get(runId))?.status === "open",
      );
      if (!isOpen) return { isNew, replay: "somebody has settled it" };
      await step.sendEvent(
        "ask-for-its-replay",
        deadLetterReplayRequested.create(
          { runId, requestedBy: selfReplay },
          { id: `dead-letter.replay-requested:${runId}:${selfReplay}` },
        ),
      );
      return { isNew, replay: "asked for" };
    },
  );
}

/** With how often the run was replayed before, and when it is replayed by itself, if it is. */
export async function withReplay(
  letter: NewDeadLetter,
  deadLetters: Pick<DeadLetters, "get">,
): Promise<NewDeadLetter> {
  if (letter.replayOf === undefined && !isLost(letter)) return letter;
  const before = letter.replayOf === undefined ? undefined : await deadLetters.get(letter.replayOf);
  const replays = letter.replayOf === undefined ? 0 : (before?.replays ?? 0) + 1;
  const nextReplayAt = isLost(letter) ? nextReplay(letter.failedAt, replays) : undefined;
  return { ...letter, ...(replays > 0 ? { replays } : {}), nextReplayAt };
}
