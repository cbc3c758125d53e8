import { communityEventEvents } from "@org/stores/ten-ocean/community/invitation-events";
import { UnknownEventError } from "@org/stores/ten-ocean/errors";
import type { CommunityEventOutcome, CommunityEvents } from "@org/stores/ten-ocean/port";
import type { Outcome } from "../../outcome.ts";
import { Refused, refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest } from "../../request.ts";
import type { Person } from "../../sessions/person.ts";
import { count } from "../../words.ts";
import { type EventField, eventRequest } from "./event-request.ts";
import { checkStart, startCodes } from "./event-start.ts";
import { checkOpen, openCodes } from "./open-event.ts";
import { isOrganizer, notAllowed } from "./organizer.ts";

const insideCodes = [...startCodes, ...openCodes, "too-few-seats", "changed-meanwhile"] as const;

const told = [
  [UnknownEventError, "unknown-event", "There is no such event. Open the list of events again."],
] as const;

type UpdateEventCode = InvalidCode | "not-allowed" | "unknown-event" | (typeof insideCodes)[number];

/** Where a refusal is shown that is about one entry. */
const fieldOf: Partial<Record<UpdateEventCode, EventField>> = {
  past: "startsAt",
  "too-far": "startsAt",
  "too-few-seats": "capacity",
};

/**
 * An admin or a floor captain changes an event that has not begun. Those who answered are told of another title, place
 * or time; more seats go to the waiting list. The same request again changes nothing.
 */
export function updateEvent({ communityEvents }: { communityEvents: Pick<CommunityEvents, "update"> }) {
  return async ({
    organizer,
    seen,
    ...entries
  }: EntriesOf<typeof eventRequest> & {
    /** Who changes it: never from a form. */
    organizer: Person;
    /** The revision that the form was made of. */
    seen: string;
  }): Promise<Outcome<{ eventId: string; changed: boolean }, UpdateEventCode, EventField>> => {
    if (!isOrganizer(organizer)) return notAllowed;
    const read = readRequest(eventRequest, entries);
    if (!read.ok) return read;
    const { eventId, endsAt = null, capacity = null, ...changes } = read.request;
    const emit = (outcome: CommunityEventOutcome) => {
      check(outcome, Number(seen));
      return communityEventEvents(outcome);
    };
    try {
      const { before, after } = await communityEvents.update(
        eventId,
        { ...changes, endsAt, capacity },
        { emit },
      );
      return { ok: true, eventId, changed: before.revision !== after.revision };
    } catch (error) {
      const refusal = refusalOf(error, told, insideCodes);
      const field = fieldOf[refusal.code];
      return { ...refusal, ...(field && { fields: { [field]: refusal.message } }) };
    }
  };
}

/** Inside the change's transaction, so that no answer comes between the look and the change. */
function check(outcome: CommunityEventOutcome, seen: number): void {
  const { before, after, seatsTaken } = outcome;
  checkOpen(outcome);
  if (before.revision !== seen) {
    const message =
      "Nothing was saved: somebody else changed this event since you opened it. Open the page again, and look at what it says.";
    throw new Refused({ ok: false, code: "changed-meanwhile", message });
  }
  if (after.startsAt !== before.startsAt) checkStart(after.startsAt, after.updatedAt);
  if (after.capacity !== before.capacity && after.capacity !== undefined && after.capacity < seatsTaken) {
    const message = `${count(seatsTaken, "seat is", "seats are")} taken already. Enter at least ${seatsTaken}.`;
    throw new Refused({ ok: false, code: "too-few-seats", message });
  }
}
