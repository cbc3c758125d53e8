import { eventStream } from "#src/live/event-stream.ts";
import { findVersion, forumReader } from "#src/portal/forum/thread-page.ts";

export async function GET(request: Request, { params }: RouteContext<"/ten-ocean/forum/[topicId]/progress">) {
  await forumReader();
  const { topicId } = await params;
  return eventStream(request, async () => {
    const version = await findVersion(topicId);
    return version === undefined ? undefined : { version, settled: false };
  });
}
