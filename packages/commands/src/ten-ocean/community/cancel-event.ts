import { eventId } from "@org/events/ten-ocean/fields";
import { communityEventEvents } from "@org/stores/ten-ocean/community/invitation-events";
import { UnknownEventError } from "@org/stores/ten-ocean/errors";
import type { CommunityEventOutcome, CommunityEvents } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import type { Person } from "../../sessions/person.ts";
import { linesField } from "./event-request.ts";
import { checkOpen, openCodes } from "./open-event.ts";
import { isOrganizer, notAllowed } from "./organizer.ts";

export const longestReason = 500;

export const cancellationRequest = requestRule({
  schema: z.object({
    eventId,
    /** May be empty. */
    reason: linesField(longestReason).transform((reason) => reason || undefined),
  }),
  fields: ["reason"],
  damaged: outOfDate(),
});

const told = [
  [UnknownEventError, "unknown-event", "There is no such event. Open the list of events again."],
] as const;

type CancelEventCode = InvalidCode | "not-allowed" | "unknown-event" | (typeof openCodes)[number];

/**
 * An admin or a floor captain calls an event off that has not begun. Everyone who did not decline is told, with the
 * reason. Calling it off again changes nothing.
 */
export function cancelEvent({ communityEvents }: { communityEvents: Pick<CommunityEvents, "update"> }) {
  return async ({
    organizer,
    ...entries
  }: EntriesOf<typeof cancellationRequest> & {
    /** Who calls it off: never from a form. */
    organizer: Person;
  }): Promise<Outcome<{ eventId: string }, CancelEventCode, "reason">> => {
    if (!isOrganizer(organizer)) return notAllowed;
    const read = readRequest(cancellationRequest, entries);
    if (!read.ok) return read;
    const { eventId, reason } = read.request;
    const emit = (outcome: CommunityEventOutcome) => {
      checkOpen(outcome);
      return communityEventEvents(outcome);
    };
    try {
      await communityEvents.update(eventId, { status: "cancelled", cancelReason: reason }, { emit });
      return { ok: true, eventId };
    } catch (error) {
      return refusalOf(error, told, openCodes);
    }
  };
}
