import type { DeadLetters } from "@org/stores/dead-letters/port";
import type { Outcome } from "../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest } from "../request.ts";
import { runRequest, unknownRun } from "./run-request.ts";

export type DiscardRunCode = InvalidCode | "unknown-run" | "not-open";

/** An operator lets a failed run go for good. */
export function discardRun({ deadLetters }: { deadLetters: Pick<DeadLetters, "get" | "discard"> }) {
  return async (
    entries: EntriesOf<typeof runRequest>,
  ): Promise<Outcome<{ runId: string }, DiscardRunCode>> => {
    const read = readRequest(runRequest, entries);
    if (!read.ok) return read;
    const { runId } = read.request;
    if (await deadLetters.discard(runId)) return { ok: true, runId };
    return (await deadLetters.get(runId))
      ? { ok: false, code: "not-open", message: "This run is replayed or discarded already." }
      : { ok: false, code: "unknown-run", message: unknownRun };
  };
}
