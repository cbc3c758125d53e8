import type { Outbox } from "@org/stores/outbox/port";
import * as z from "zod";
import type { Outcome } from "../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../request.ts";

const notLost = "No such event is lost, or no more: what it starts was seen, or it is on its way again.";

export const eventRequest = requestRule({
  schema: z.object({
    /** The event's id. */
    eventId: z.string().regex(/^\P{Cc}{1,1000}$/u),
    /** The id of the operator who asks. */
    operatorId: z.string().min(1),
  }),
  fields: [],
  damaged: notLost,
});

/** An operator has an event sent again that the engine accepted and lost, also one that was given up. */
export function resendEvent({ outbox }: { outbox: Pick<Outbox, "resend"> }) {
  return async (
    entries: EntriesOf<typeof eventRequest>,
  ): Promise<Outcome<{ eventId: string }, InvalidCode | "not-lost">> => {
    const read = readRequest(eventRequest, entries);
    if (!read.ok) return read;
    const { eventId } = read.request;
    if (await outbox.resend(eventId)) return { ok: true, eventId };
    return { ok: false, code: "not-lost", message: notLost };
  };
}
