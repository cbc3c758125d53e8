import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "@org/integrations/log";
import { unavailableChannel } from "@org/stores/unavailable";
import { answerUnavailable } from "./unavailable-answer.ts";

/** What is known of a request while it is answered. */
interface RequestInHand {
  /** Whether the database failed it at some point. */
  unavailable: boolean;
}

interface RequestsInHand {
  count: number;
  storage: AsyncLocalStorage<RequestInHand>;
}

declare global {
  // The proxy reads what `instrumentation.ts` counts; Next bundles the two apart.
  var orgWebRequestsInHand: RequestsInHand | undefined;
}

/** Each holds a page's worth of memory and waits for the same connections; a queue longer than this is not worth its wait. */
export const maximumRequests = 150;

/** Files and signs of life need no database. */
const answered = /^\/(?!_next\/|pictures\/|health(?:$|[/?])|favicon\.ico|(?:ten-ocean\/)?icon\.svg)/;

/** A stream stays for minutes and is counted by itself, see `live/streams.ts`. */
const stream = /\/progress(?:$|\?)/;

/**
 * Counts the requests in hand, logs what the database failed, and answers the requests that it failed with 503. Next offers no place for either: its
 * proxy sees the begin of a request alone, and whatever a page throws is a 500.
 */
export function watchRequests(log: Pick<Log, "warn">): void {
  if (globalThis.orgWebRequestsInHand) return;
  const inHand: RequestsInHand = { count: 0, storage: new AsyncLocalStorage() };
  globalThis.orgWebRequestsInHand = inHand;
  subscribe("http.server.request.start", (message) => {
    const { request, response } = started(message);
    const { url = "" } = request;
    if (!answered.test(url)) return;
    const state: RequestInHand = { unavailable: false };
    if (!stream.test(url)) {
      inHand.count += 1;
      response.once("close", () => {
        inHand.count -= 1;
      });
    }
    inHand.storage.enterWith(state);
    answerUnavailable(request, response, () => state.unavailable);
  });
  unavailableChannel.subscribe((failure) => {
    log.warn({ ...Object(failure) }, "the database did not serve a store");
    const state = inHand.storage.getStore();
    if (state) state.unavailable = true;
  });
}

/**
 * Whether no further request is taken. Who sends a form has typed it, so forms are taken longer than pages.
 */
export function isFull(method: string): boolean {
  const most = method === "POST" ? 2 * maximumRequests : maximumRequests;
  return (globalThis.orgWebRequestsInHand?.count ?? 0) > most;
}

/** Node's documentation of the channel guarantees both. */
function started(message: unknown): { request: IncomingMessage; response: ServerResponse } {
  return message as { request: IncomingMessage; response: ServerResponse };
}
