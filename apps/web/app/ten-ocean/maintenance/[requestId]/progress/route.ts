import { eventStream } from "#src/live/event-stream.ts";
import { requireFollower } from "#src/live/follower.ts";
import { findRequestFor } from "#src/portal/maintenance/find-request.ts";

export async function GET(
  request: Request,
  { params }: RouteContext<"/ten-ocean/maintenance/[requestId]/progress">,
) {
  const follower = await requireFollower("resident", "association-admin", "floor-captain");
  const { requestId } = await params;
  return eventStream(request, () => findRequestFor(follower.person, requestId), follower);
}
