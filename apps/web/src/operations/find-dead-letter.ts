import { isReplayable } from "@org/stores/dead-letters/is-replayable";
import type { DeadLetter } from "@org/stores/dead-letters/port";
import { redactedDeadLetter } from "@org/stores/dead-letters/redacted";
import { versionOf, type Watched } from "../live/watch.ts";
import { operations } from "../stores.ts";
import { isRunId } from "./dead-letter-view.ts";

export interface FoundDeadLetter extends Watched {
  /** Without personal data. */
  letter: DeadLetter;
  /** False when it is too old for it. */
  replayable: boolean;
  /** Its replays that failed as well, latest first. */
  failedAgain: DeadLetter[];
}

/** A failed run with what became of it; undefined when none with the id is kept. */
export async function findDeadLetter(runId: string): Promise<FoundDeadLetter | undefined> {
  if (!isRunId(runId)) return undefined;
  const { deadLetters } = operations();
  const [letter, failedAgain] = await Promise.all([
    deadLetters.get(runId),
    deadLetters.list({ replayOf: runId }),
  ]);
  if (!letter) return undefined;
  const { status, settledAt, replayRunId } = letter;
  const again = failedAgain.map((replay) => [replay.runId, replay.status]);
  return {
    letter: redactedDeadLetter(letter),
    replayable: isReplayable(letter, new Date()),
    failedAgain: failedAgain.map(redactedDeadLetter),
    version: versionOf([status, settledAt, replayRunId, again]),
    // A replay that works leaves no other trace, so one that may still fail is watched.
    settled: status === "discarded" || failedAgain.length > 0,
  };
}
