import { eventStream, nothingToFollow } from "#src/live/event-stream.ts";
import { findRegistration } from "#src/portal/verification/find-registration.ts";
import { registrationFollower } from "#src/portal/verification/registration-reader.ts";

export async function GET(
  request: Request,
  { params }: RouteContext<"/ten-ocean/residents/[userId]/progress">,
) {
  const { userId } = await params;
  const follower = await registrationFollower(userId);
  return follower ? eventStream(request, () => findRegistration(userId), follower) : nothingToFollow();
}
