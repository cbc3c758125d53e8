import { eventStream } from "#src/live/event-stream.ts";
import { watchEvent } from "#src/portal/community/find-event.ts";
import { requireRole } from "#src/session/current-person.ts";

export async function GET(
  request: Request,
  { params }: RouteContext<"/ten-ocean/events/[eventId]/progress">,
) {
  await requireRole("resident", "association-admin", "floor-captain");
  const { eventId } = await params;
  return eventStream(request, () => watchEvent(eventId));
}
