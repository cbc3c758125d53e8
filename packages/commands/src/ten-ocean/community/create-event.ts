import { eventCreated } from "@org/events/ten-ocean/event-created";
import type { CommunityEvent, CommunityEvents } from "@org/stores/ten-ocean/port";
import { ulid } from "ulid";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest } from "../../request.ts";
import type { Person } from "../../sessions/person.ts";
import { type EventField, eventRequest } from "./event-request.ts";
import { checkStart, type StartCode, startCodes } from "./event-start.ts";
import { isOrganizer, notAllowed } from "./organizer.ts";

type CreateEventCode = InvalidCode | "not-allowed" | StartCode;

/** A fresh id for the form in which an event is about to be planned. */
export function newEventId(): string {
  return `evt_${ulid()}`;
}

/** An admin or a floor captain plans an event, of which the residents are told. The same request again is the same event. */
export function createEvent({ communityEvents }: { communityEvents: Pick<CommunityEvents, "create"> }) {
  return async ({
    organizer,
    ...entries
  }: EntriesOf<typeof eventRequest> & {
    /** Who plans it: never from a form. */
    organizer: Person;
  }): Promise<Outcome<{ eventId: string }, CreateEventCode, EventField>> => {
    if (!isOrganizer(organizer)) return notAllowed;
    const read = readRequest(eventRequest, entries);
    if (!read.ok) return read;
    const createdBy = organizer.id;
    try {
      await communityEvents.create({ ...read.request, createdBy }, { emit: announced });
      return { ok: true, eventId: read.request.eventId };
    } catch (error) {
      const refusal = refusalOf<never, StartCode>(error, [], startCodes);
      return { ...refusal, fields: { startsAt: refusal.message } };
    }
  };
}

/** By the store's clock, inside its transaction. */
function announced({ eventId, createdBy, startsAt, createdAt }: CommunityEvent) {
  checkStart(startsAt, createdAt);
  return [eventCreated.create({ eventId, createdBy, startsAt })];
}
