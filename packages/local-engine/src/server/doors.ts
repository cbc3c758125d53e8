import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { limits } from "../core/limits.ts";
import { hashSigningKey } from "../protocol/signature.ts";
import { limitTo } from "./limit-to.ts";
import { refuse } from "./responses.ts";

export interface Keys {
  /** Asked of whoever calls the engine, as a bearer token hashed the SDK's way. */
  signingKey: string;
  /** Any of these, in the address, lets events in; SDKs send no other key with them. */
  eventKeys: readonly string[];
}

/** Those who connect here bring a token that the engine gave to somebody with the key. */
const opensWithToken = new Set(["/v1/realtime/connect", "/v0/connect/gateway"]);

/** Lets nobody pass without a key, whatever they ask for, but for a sign of life and for events with a key of their own. */
export function requireKeys({ signingKey, eventKeys }: Keys): MiddlewareHandler {
  const bearer = fingerprint(`Bearer ${hashSigningKey(signingKey)}`);
  const keys = eventKeys.map(fingerprint);
  return async (context, next) => {
    const { path } = context.req;
    if (path === "/health" || opensWithToken.has(path)) return next();
    if (isSame(fingerprint(context.req.header("authorization") ?? ""), bearer)) return next();
    const [, given] = /^\/e\/?([^/]*)$/.exec(path) ?? [];
    if (given === undefined) {
      return refuse(
        context,
        401,
        "the signing key is missing or wrong; set INNGEST_SIGNING_KEY to the engine's key.",
      );
    }
    const key = fingerprint(decoded(given));
    if (keys.some((known) => isSame(known, key))) return next();
    const hint =
      keys.length > 0 ? "set INNGEST_EVENT_KEY to one of the engine's" : "give it one with --event-key";
    return refuse(context, 401, `this is no event key of the engine: ${hint}.`);
  };
}

/** What cannot be decoded is no key of ours either. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

function fingerprint(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Takes equally long for every text: both are fingerprints. */
function isSame(one: Buffer, other: Buffer): boolean {
  return timingSafeEqual(one, other);
}

/** More than any request but these needs; the events' own limit is lower. */
const usualBytes = 4 * 1024 * 1024;

/** By the beginning of the path. Streams of messages have no end, and count for themselves. */
const otherBytes: readonly (readonly [path: string, bytes: number])[] = [
  // All that a run may hold, in one report.
  ["/v1/checkpoint/", limits.runStateBytes + usualBytes],
  ["/v0/connect/flush", Number.POSITIVE_INFINITY],
  ["/v1/realtime/publish", Number.POSITIVE_INFINITY],
];

/** Refuses a body before it is read whole, on every route; those that are passed over here have limits of their own. */
export const limitBody: MiddlewareHandler = (context, next) => {
  const [, bytes] = otherBytes.find(([path]) => context.req.path.startsWith(path)) ?? ["", usualBytes];
  if (bytes === Number.POSITIVE_INFINITY) return next();
  return limitTo(bytes, (refused) =>
    refuse(refused, 413, `the request is over the limit of ${bytes} bytes.`),
  )(context, next);
};
