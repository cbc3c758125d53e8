import { eventStream } from "#src/live/event-stream.ts";
import { findRequestFor } from "#src/portal/maintenance/find-request.ts";
import { requireRole } from "#src/session/current-person.ts";

export async function GET(
  request: Request,
  { params }: RouteContext<"/ten-ocean/maintenance/[requestId]/progress">,
) {
  const person = await requireRole("resident", "association-admin", "floor-captain");
  const { requestId } = await params;
  return eventStream(request, () => findRequestFor(person, requestId));
}
