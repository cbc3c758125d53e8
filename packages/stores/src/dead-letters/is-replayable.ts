import { durationOf } from "../duration.ts";
import { replayableFor } from "../retention.ts";
import type { DeadLetter } from "./port.ts";

/**
 * Whether a failed run may be replayed: the records that keep a replay from doing things twice do not last for ever.
 * Reckoned from its oldest event, because a replay that fails again is a new dead letter about the same events.
 */
export function isReplayable(
  { events, failedAt }: Pick<DeadLetter, "events" | "failedAt">,
  now: Date,
): boolean {
  const began = Math.min(Date.parse(failedAt), ...events.flatMap(({ ts }) => ts ?? []));
  return now.getTime() - began <= durationOf(replayableFor);
}

/** Why a failed run cannot be replayed any more, and what to do with it. */
export const tooOldToReplay =
  `Its event is older than ${durationOf(replayableFor) / durationOf("1d")} days. What kept a replay from doing things twice ` +
  "may be deleted, so it cannot be replayed. Do by hand what was left undone, then discard it.";
