import { log } from "../log.ts";
import { type Watched, watch } from "./watch.ts";

/**
 * Answers a page that wants to know when what it shows has changed.
 * @param load undefined when the subject does not exist, which is a 404.
 */
export async function eventStream(
  request: Request,
  load: () => Promise<Watched | undefined>,
): Promise<Response> {
  if (!(await load())) return new Response("There is nothing to follow here.", { status: 404 });
  const body = watch({
    load,
    signal: request.signal,
    onError: (error) => log.warn({ error }, "a page's live updates were interrupted"),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Compression and buffering would hold the events back.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
