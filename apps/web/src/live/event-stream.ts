import { DatabaseUnavailableError } from "@org/stores/unavailable";
import { changes } from "../database.ts";
import { env } from "../env.ts";
import { networkOf } from "../http/network.ts";
import { tooBusy } from "../http/refusals.ts";
import { log } from "../log.ts";
import type { Follower } from "./follower.ts";
import { streams } from "./streams.ts";
import { pauseUntil, type Watched, watch } from "./watch.ts";

/**
 * Answers a page that wants to know when what it shows has changed.
 * Who follows one address shares what `load` finds: it must not depend on who asks, but for the follower's `personId`.
 * @param load undefined when the subject does not exist, which is a 404.
 * @param follower who follows, where not everybody may: the stream ends when they may no longer.
 * @param about the subject's id, where the address does not end with it and `/progress`.
 */
export async function eventStream(
  request: Request,
  load: () => Promise<Watched | undefined>,
  follower?: Follower,
  about?: string,
): Promise<Response> {
  const { places, looks, stopping } = streams();
  const leave = places.take(networkOf(request.headers.get("x-forwarded-for"), env.TRUSTED_PROXIES));
  if (typeof leave === "string") return refusedStream(leave);
  const { pathname } = new URL(request.url);
  const subject = about ?? decodeURIComponent(pathname.split("/").at(-2) ?? "");
  // What a follower may see of the same subject differs.
  const key = `${pathname} ${follower?.personId ?? ""}`;
  const came = Date.now();
  const look = () => looks.look(key, load, came);
  try {
    if (!(await look())) {
      leave();
      return nothingToFollow();
    }
  } catch (error) {
    leave();
    // It may be the look of somebody else, so nothing says of this request that the database failed it.
    if (DatabaseUnavailableError.isInstance(error)) return notNow();
    throw error;
  }
  const { pause, endListening } = pauseUntilChange(subject, () => looks.forget(key));
  const body = watch({
    load: look,
    signal: AbortSignal.any([request.signal, stopping.signal]),
    isAllowed: follower?.isAllowed,
    pause,
    interval: 2_000,
    onError: (error) => log.warn({ error }, "a page's live updates were interrupted"),
    onEnd() {
      endListening();
      leave();
    },
  });
  return new Response(body, { headers: streamHeaders });
}

const streamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  // Compression and buffering would hold the events back.
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

/** Waits between two looks that end as soon as the subject is said to have changed. */
function pauseUntilChange(subject: string, onChange: () => void) {
  let wake: (() => void) | undefined;
  const endListening = changes().listen(subject, () => {
    onChange();
    wake?.();
  });
  const pause = (milliseconds: number, signal: AbortSignal) =>
    pauseUntil(milliseconds, signal, (resume) => {
      wake = resume;
    });
  return { pause, endListening };
}

/** The answer where there is no such subject, or none for whoever asks. */
export function nothingToFollow(): Response {
  return new Response("There is nothing to follow here.", { status: 404 });
}

function notNow(): Response {
  const { status, title, message, headers } = tooBusy;
  return new Response(`${title}. ${message}`, {
    status,
    headers: { ...headers, "cache-control": "no-store" },
  });
}

/** The page asks now and then by itself, see `live-updates.tsx`. */
function refusedStream(limit: "total" | "each"): Response {
  return new Response("Too many pages are followed from here. Ask again later.", {
    status: limit === "total" ? 503 : 429,
    headers: { "retry-after": "60", "cache-control": "no-store" },
  });
}
