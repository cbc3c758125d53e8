import { topicId as topicIdSchema } from "@org/events/ten-ocean/fields";
import { eventStream } from "#src/live/event-stream.ts";
import { forumReader } from "#src/portal/forum/thread-page.ts";
import { tenOcean } from "#src/stores.ts";

export async function GET(request: Request, { params }: RouteContext<"/ten-ocean/forum/[topicId]/progress">) {
  await forumReader();
  const { data: topicId } = topicIdSchema.safeParse((await params).topicId);
  return eventStream(request, async () => {
    const version = topicId && (await tenOcean().forum.pulse(topicId));
    return version ? { version, settled: false } : undefined;
  });
}
