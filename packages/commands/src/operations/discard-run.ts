import type { DeadLetters } from "@org/stores/dead-letters/port";
import * as z from "zod";
import type { Outcome } from "../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../request.ts";
import { discardReason } from "./discard-reasons.ts";
import { identifier, unknownRun } from "./run-request.ts";

const discardRunRequest = requestRule({
  schema: z.object({
    runId: identifier,
    reason: discardReason,
    /** The id of the operator who asks. */
    operatorId: z.string().min(1),
  }),
  fields: ["reason"],
  damaged: unknownRun,
});

export type DiscardRunCode = InvalidCode | "unknown-run" | "not-open";

/** An operator lets a failed run go for good. */
export function discardRun({ deadLetters }: { deadLetters: Pick<DeadLetters, "get" | "discard"> }) {
  return async (
    entries: EntriesOf<typeof discardRunRequest>,
  ): Promise<Outcome<{ runId: string }, DiscardRunCode, "reason">> => {
    const read = readRequest(discardRunRequest, entries);
    if (!read.ok) return read;
    const { runId } = read.request;
    if (await deadLetters.discard(runId)) return { ok: true, runId };
    return (await deadLetters.get(runId))
      ? { ok: false, code: "not-open", message: "This run is replayed or discarded already." }
      : { ok: false, code: "unknown-run", message: unknownRun };
  };
}
