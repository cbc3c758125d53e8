import { messageResendRequested } from "@org/events/operations/message-resend-requested";
import type { Doubts } from "@org/stores/doubts/port";
import type { Outcome } from "../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest } from "../request.ts";
import { messageRequest, unknownMessage } from "./message-request.ts";

export type ResendMessageCode = InvalidCode | "not-in-doubt" | "run-not-kept";

const runNotKept =
  "What sent this message is not kept, so it cannot be sent again from here. Look for its failed run, or settle it.";

/** An operator has a message sent again of which nobody knows whether it arrived; of several requests one is followed. */
export function resendMessage({ doubts }: { doubts: Pick<Doubts, "get" | "allowAgain"> }) {
  return async (
    entries: EntriesOf<typeof messageRequest>,
  ): Promise<Outcome<{ key: string }, ResendMessageCode>> => {
    const read = readRequest(messageRequest, entries);
    if (!read.ok) return read;
    const { key, operatorId } = read.request;
    const found = await doubts.get(key);
    if (!found) return { ok: false, code: "not-in-doubt", message: unknownMessage };
    const { runId } = found;
    if (runId === undefined) return { ok: false, code: "run-not-kept", message: runNotKept };
    const emit = [messageResendRequested.create({ key, runId, requestedBy: operatorId })];
    if (await doubts.allowAgain(key, { emit })) return { ok: true, key };
    return { ok: false, code: "not-in-doubt", message: unknownMessage };
  };
}
