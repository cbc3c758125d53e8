import { eventStream } from "#src/live/event-stream.ts";
import { requireFollower } from "#src/live/follower.ts";
import { watchEvent } from "#src/portal/community/find-event.ts";

export async function GET(
  request: Request,
  { params }: RouteContext<"/ten-ocean/events/[eventId]/progress">,
) {
  const follower = await requireFollower("resident", "association-admin", "floor-captain");
  const { eventId } = await params;
  return eventStream(request, () => watchEvent(eventId), follower);
}
