import { eventStream } from "#src/live/event-stream.ts";
import { requireFollower } from "#src/live/follower.ts";
import { findDeadLetter } from "#src/operations/find-dead-letter.ts";

type DeadLetterContext = RouteContext<"/operations/dead-letters/[runId]/progress">;

export async function GET(request: Request, { params }: DeadLetterContext) {
  const follower = await requireFollower("admin");
  const { runId } = await params;
  return eventStream(request, () => findDeadLetter(runId), follower);
}
