import type { OperatedOutbox } from "@org/stores/outbox/port";
import * as z from "zod";
import type { Outcome } from "../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../request.ts";
import { discardReason } from "./discard-reasons.ts";

const notRefused =
  "No such event is refused, or no more: the engine took it, or somebody has discarded it already.";

const discardEventRequest = requestRule({
  schema: z.object({
    /** The event's id. */
    eventId: z.string().regex(/^\P{Cc}{1,1000}$/u),
    reason: discardReason,
    /** The id of the operator who asks. */
    operatorId: z.string().min(1),
  }),
  fields: ["reason"],
  damaged: notRefused,
});

/** An operator gives up an event that the engine refuses, so that those go on that wait behind it. */
export function discardEvent({ outbox }: { outbox: Pick<OperatedOutbox, "discard"> }) {
  return async (
    entries: EntriesOf<typeof discardEventRequest>,
  ): Promise<Outcome<{ eventId: string }, InvalidCode | "not-refused", "reason">> => {
    const read = readRequest(discardEventRequest, entries);
    if (!read.ok) return read;
    const { eventId, reason } = read.request;
    if (await outbox.discard(eventId, reason)) return { ok: true, eventId };
    return { ok: false, code: "not-refused", message: notRefused };
  };
}
