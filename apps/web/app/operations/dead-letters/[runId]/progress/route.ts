import { eventStream } from "#src/live/event-stream.ts";
import { findDeadLetter } from "#src/operations/find-dead-letter.ts";
import { requireRole } from "#src/session/current-person.ts";

type DeadLetterContext = RouteContext<"/operations/dead-letters/[runId]/progress">;

export async function GET(request: Request, { params }: DeadLetterContext) {
  await requireRole("admin");
  const { runId } = await params;
  return eventStream(request, () => findDeadLetter(runId));
}
