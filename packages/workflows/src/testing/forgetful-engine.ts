import type { EventToSend } from "@org/events";
import type { TestClientOptions } from "@org/local-engine/test";

/** An engine that answers that it has events which it forgets, as one does that is killed at the wrong moment. */
export function forgetting(
  { fetch: answer, ...options }: TestClientOptions,
  loses: (event: EventToSend) => boolean,
): TestClientOptions {
  const forgetful: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method !== "POST" || !new URL(request.url).pathname.startsWith("/e/"))
      return answer(input, init);
    const events = sentBy(await request.json());
    const kept = events.filter((event) => !loses(event));
    if (kept.length === events.length) return answer(input, init);
    if (kept.length > 0) await answer(input, { ...init, body: JSON.stringify(kept) });
    return Response.json({ ids: events.map(({ id = "" }) => id), status: 200 });
  };
  return { ...options, fetch: forgetful };
}

/** Guarantee: the SDK wrote it, one event or several. */
function sentBy(body: unknown): EventToSend[] {
  return [body as EventToSend | EventToSend[]].flat();
}
