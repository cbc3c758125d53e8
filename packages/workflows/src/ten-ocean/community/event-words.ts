import { type Brand, formatMoment } from "../brand.ts";

/** The portal's page of an event. */
export function eventPath(eventId: string): string {
  return `/ten-ocean/events/${eventId}`;
}

/** The file that puts an event into a calendar. */
export function calendarUrl(portalUrl: string, eventId: string): string {
  return `${portalUrl}${eventPath(eventId)}/calendar.ics`;
}

/** `Friday, November 20 at 6:00 PM`, and `to 9:00 PM` where the end is known. */
export function formatSpan(startsAt: string, endsAt: string | undefined, brand: Brand): string {
  const start = formatMoment(startsAt, brand);
  if (endsAt === undefined) return start;
  const part = (at: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(brand.locale, { ...options, timeZone: brand.timeZone }).format(new Date(at));
  const day = (at: string) => part(at, { dateStyle: "full" });
  const end =
    day(startsAt) === day(endsAt)
      ? part(endsAt, { hour: "numeric", minute: "2-digit" })
      : formatMoment(endsAt, brand);
  return `${start} to ${end}`;
}
