import type { EventClient } from "@org/events";
import { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import { isReplayable, tooOldToReplay } from "@org/stores/dead-letters/is-replayable";
import type { DeadLetters } from "@org/stores/dead-letters/port";
import type { Outcome } from "../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest } from "../request.ts";
import { runRequest, unknownRun } from "./run-request.ts";

export interface ReplayRunPorts {
  deadLetters: Pick<DeadLetters, "get">;
  outbox: EventClient;
  /** Default: the clock. */
  now?: () => Date;
}

export type ReplayRunCode = InvalidCode | "unknown-run" | "not-open" | "too-old";

/** An operator has the function of a failed run run again, which the worker does; of several requests it follows one. */
export function replayRun({ deadLetters, outbox, now = () => new Date() }: ReplayRunPorts) {
  return async (
    entries: EntriesOf<typeof runRequest>,
  ): Promise<Outcome<{ runId: string }, ReplayRunCode>> => {
    const read = readRequest(runRequest, entries);
    if (!read.ok) return read;
    const { runId, operatorId } = read.request;
    const letter = await deadLetters.get(runId);
    if (!letter) return { ok: false, code: "unknown-run", message: unknownRun };
    if (letter.status !== "open") {
      return { ok: false, code: "not-open", message: `This run is ${letter.status} already.` };
    }
    if (!isReplayable(letter, now())) return { ok: false, code: "too-old", message: tooOldToReplay };
    await outbox.send(deadLetterReplayRequested.create({ runId, requestedBy: operatorId }));
    return { ok: true, runId };
  };
}
