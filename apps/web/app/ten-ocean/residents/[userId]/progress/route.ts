import { eventStream } from "#src/live/event-stream.ts";
import { findRegistration } from "#src/portal/verification/find-registration.ts";

export async function GET(
  request: Request,
  { params }: RouteContext<"/ten-ocean/residents/[userId]/progress">,
) {
  const { userId } = await params;
  return eventStream(request, () => findRegistration(userId));
}
