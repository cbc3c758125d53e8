import type { EventToSend } from "@org/events";
import { eventRsvpChanged } from "@org/events/ten-ocean/event-rsvp-changed";
import { eventUpdated } from "@org/events/ten-ocean/event-updated";
import type { CommunityEvent, CommunityEventOutcome, Rsvp, RsvpOutcome } from "../port.ts";

type Field = "title" | "description" | "location" | "capacity" | "time" | "status";

/** What an answer makes known: itself, and whose seats it set free. For `Rsvps.answer` and `Rsvps.withdraw`. */
export function rsvpEvents(
  { rsvp, promoted }: RsvpOutcome,
  cause: "answered" | "withdrawn" = "answered",
): EventToSend[] {
  const answered = rsvpChanged(rsvp, cause);
  return [answered, ...promoted.map((each) => rsvpChanged(each, "moved-up"))];
}

/** What a change of a community event makes known. For `CommunityEvents.update`. */
export function communityEventEvents({ before, after, promoted }: CommunityEventOutcome): EventToSend[] {
  const changed = changedFields(before, after);
  const updated = eventUpdated.create({
    eventId: after.eventId,
    changed,
    revision: after.revision,
    ...(changed.includes("time") && { startsAt: after.startsAt }),
    ...(changed.includes("status") && { status: after.status }),
  });
  return [updated, ...promoted.map((each) => rsvpChanged(each, "moved-up"))];
}

/** What is different, in the words of `event/updated`. */
export function changedFields(before: CommunityEvent, after: CommunityEvent): Field[] {
  const different = (field: keyof CommunityEvent) => before[field] !== after[field];
  const same = (["title", "description", "location", "capacity", "status"] as const).filter(different);
  return different("startsAt") || different("endsAt") ? [...same, "time"] : same;
}

function rsvpChanged(
  { eventId, userId, response, seats, seated, revision }: Rsvp,
  cause: "answered" | "moved-up" | "withdrawn",
) {
  return eventRsvpChanged.create({ eventId, userId, response, seats, seated, revision, cause });
}
