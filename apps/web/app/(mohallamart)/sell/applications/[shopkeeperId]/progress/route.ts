import { eventStream, nothingToFollow } from "#src/live/event-stream.ts";
import { applicationFollower } from "#src/selling/application-reader.ts";
import { findApplication } from "#src/selling/find-application.ts";

export async function GET(
  request: Request,
  { params }: RouteContext<"/sell/applications/[shopkeeperId]/progress">,
) {
  const { shopkeeperId } = await params;
  const follower = await applicationFollower(shopkeeperId);
  return follower ? eventStream(request, () => findApplication(shopkeeperId), follower) : nothingToFollow();
}
