import { eventId as eventIdSchema } from "@org/events/ten-ocean/fields";
import type { Attendee, CommunityEvent, EventCounts, OwnRsvp } from "@org/stores/ten-ocean/port";
import { versionOf, type Watched } from "../../live/watch.ts";
import { tenOcean } from "../../stores.ts";
import { type EventState, eventStateOf } from "./event-view.ts";

export interface FoundEvent extends Watched {
  event: CommunityEvent;
  state: EventState;
  counts: EventCounts;
  attendance: Attendee[];
}

/** Undefined when the id is malformed or not known. */
export async function findEvent(eventId: string): Promise<CommunityEvent | undefined> {
  if (!eventIdSchema.safeParse(eventId).success) return undefined;
  return await tenOcean().communityEvents.get(eventId);
}

/** An event with who comes; it changes as long as answers are taken. */
export async function watchEvent(eventId: string): Promise<FoundEvent | undefined> {
  const event = await findEvent(eventId);
  if (!event) return undefined;
  const { rsvps } = tenOcean();
  const [[counts], attendance] = await Promise.all([rsvps.counts([eventId]), rsvps.attendance(eventId)]);
  const state = eventStateOf(event, Date.now());
  return {
    event,
    state,
    counts: counts ?? { eventId, seatsTaken: 0, waiting: 0, maybe: 0 },
    attendance,
    version: versionOf({ event, state, attendance }),
    settled: state !== "open" && state !== "begun",
  };
}

/** What a resident answered; nothing for those who cannot answer. */
export async function answerOf(eventId: string, userId: string | undefined): Promise<OwnRsvp | undefined> {
  return userId === undefined ? undefined : await tenOcean().rsvps.get({ eventId, userId });
}
