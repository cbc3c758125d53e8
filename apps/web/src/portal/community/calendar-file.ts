import type { CommunityEvent } from "@org/stores/ten-ocean/port";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

/**
 * An event as a calendar takes it (RFC 5545). Its UID stays and its SEQUENCE rises with every change, so that a calendar
 * that opens the file again moves the event instead of adding another. It holds nothing of who comes.
 */
export function calendarFile(event: CommunityEvent): string {
  const { eventId, title, description, location, startsAt, endsAt, status, revision } = event;
  const calendar = ical({
    prodId: { company: "ten-ocean", product: "tenant-portal", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${eventId}@ten-ocean`,
    sequence: revision,
    stamp: new Date(event.updatedAt),
    created: new Date(event.createdAt),
    lastModified: new Date(event.updatedAt),
    start: new Date(startsAt),
    ...(endsAt !== undefined && { end: new Date(endsAt) }),
    summary: title,
    description,
    location,
    status: status === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
