import { calendarFile } from "#src/portal/community/calendar-file.ts";
import { findEvent } from "#src/portal/community/find-event.ts";
import { requireRole } from "#src/session/current-person.ts";

/** For those who are signed in: where the house meets is the house's to know, also when an address was passed on. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/ten-ocean/events/[eventId]/calendar.ics">,
) {
  await requireRole("resident", "association-admin", "floor-captain");
  const event = await findEvent((await params).eventId);
  if (!event) return new Response("There is no such event.", { status: 404 });
  return new Response(calendarFile(event), {
    headers: {
      "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
      "content-disposition": `attachment; filename="${event.eventId}.ics"`,
      "cache-control": "private, no-store",
    },
  });
}
