import type { EventClient } from "@org/events";
import { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import { isReplayable } from "@org/stores/dead-letters/is-replayable";
import type { DeadLetter, DeadLetterFilter, DeadLetters } from "@org/stores/dead-letters/port";
import * as z from "zod";
import type { Outcome } from "../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../request.ts";
import { identifier } from "./run-request.ts";

/** So that one request, and what its replays do to a vendor, stays within bounds; the next one takes the rest. */
export const mostAtOnce = 500;

const replayRunsRequest = requestRule({
  schema: z.object({
    /** All functions of all apps unless given. */
    app: identifier.optional(),
    workflow: identifier.optional(),
    /** A part of the error's message, in its own case. */
    error: z.string().min(1).optional(),
    /** Failed at this time or later; ISO 8601, UTC. */
    since: z.iso.datetime("Write a time as 2026-11-22T10:00:00Z.").optional(),
    /** Only says what would be asked for. */
    dryRun: z.boolean(),
    operatorId: z.string().min(1),
  }),
  fields: ["app", "workflow", "error", "since"],
  damaged: "This request is not as it was sent. Ask for it again.",
});

export interface ReplayRunsPorts {
  deadLetters: Pick<DeadLetters, "list">;
  outbox: EventClient;
  /** Default: the clock. */
  now?: () => Date;
}

export interface ReplayedRuns {
  /** Runs that are replayed, or would be; the earliest failure first. */
  runIds: string[];
  /** Runs that match and are too old for a replay. */
  tooOld: string[];
  /** Whether more match than one request takes. */
  more: boolean;
}

/** An operator has many open runs, of one function or of all, run again, or hears which ones those would be. */
export function replayRuns({ deadLetters, outbox, now = () => new Date() }: ReplayRunsPorts) {
  return async (
    entries: EntriesOf<typeof replayRunsRequest>,
  ): Promise<Outcome<ReplayedRuns, InvalidCode, "app" | "workflow" | "error" | "since">> => {
    const read = readRequest(replayRunsRequest, entries);
    if (!read.ok) return read;
    const { app, workflow, error = "", since, dryRun, operatorId } = read.request;
    const open = await everyOpen(deadLetters, { app, workflow, since });
    const matching = open.filter(({ error: { message } }) => message.includes(error)).reverse();
    const at = now();
    const replayable = matching.filter((letter) => isReplayable(letter, at));
    const tooOld = matching.filter((letter) => !isReplayable(letter, at)).map(({ runId }) => runId);
    const runIds = replayable.slice(0, mostAtOnce).map(({ runId }) => runId);
    if (!dryRun && runIds.length > 0) {
      await outbox.send(
        runIds.map((runId) => deadLetterReplayRequested.create({ runId, requestedBy: operatorId })),
      );
    }
    return { ok: true, runIds, tooOld, more: replayable.length > mostAtOnce };
  };
}

async function everyOpen(
  deadLetters: Pick<DeadLetters, "list">,
  of: Pick<DeadLetterFilter, "app" | "workflow" | "since">,
): Promise<DeadLetter[]> {
  const limit = 200;
  const found: DeadLetter[] = [];
  for (;;) {
    const page = await deadLetters.list({ ...of, status: "open", after: found.at(-1), limit });
    found.push(...page);
    if (page.length < limit) return found;
  }
}
