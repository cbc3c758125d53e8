import { eventStream } from "#src/live/event-stream.ts";
import { findApplication } from "#src/selling/find-application.ts";

export async function GET(
  request: Request,
  { params }: RouteContext<"/sell/applications/[shopkeeperId]/progress">,
) {
  const { shopkeeperId } = await params;
  return eventStream(request, () => findApplication(shopkeeperId));
}
