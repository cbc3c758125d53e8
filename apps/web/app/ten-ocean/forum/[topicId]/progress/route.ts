import { eventStream } from "#src/live/event-stream.ts";
import { requireFollower } from "#src/live/follower.ts";
import { findVersion, forumReaders } from "#src/portal/forum/thread-page.ts";

export async function GET(request: Request, { params }: RouteContext<"/ten-ocean/forum/[topicId]/progress">) {
  const follower = await requireFollower(...forumReaders);
  const { topicId } = await params;
  const load = async () => {
    const version = await findVersion(topicId);
    return version === undefined ? undefined : { version, settled: false };
  };
  return eventStream(request, load, follower);
}
