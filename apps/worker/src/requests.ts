import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/**
 * The most that a call carries: Inngest sends 4 MiB of events and state and has the rest fetched, and the first event,
 * of at most 3 MiB, stands in the body twice.
 */
export const maximumCallBytes = 8 * 1024 * 1024;

/** How far a signature's time may lie from the worker's clock, in milliseconds; the SDK allows the same. */
const signatureLifetime = 5 * 60_000;

const tooLarge = (context: Context): Response =>
  refuse(context, 413, `The body is over ${maximumCallBytes} bytes, more than any call of Inngest's.`);

const countWhileReading = bodyLimit({ maxSize: maximumCallBytes, onError: tooLarge });

/**
 * Refuses a body that is larger than any call of Inngest's, without reading it to the end. One whose length is said is
 * not opened here: hono would make a stream of it, through which it is then read.
 */
export const refuseLarge: MiddlewareHandler = async (context, next) => {
  const length = context.req.header("content-length");
  if (length === undefined || context.req.header("transfer-encoding") !== undefined)
    return countWhileReading(context, next);
  return Number(length) > maximumCallBytes ? tooLarge(context) : next();
};

/**
 * Refuses what cannot have been signed, before a byte of its body is read: the SDK checks signatures, but only once the
 * whole body is in memory and parsed.
 */
export const refuseUnsigned: MiddlewareHandler = async (context, next) => {
  const signature = new URLSearchParams(context.req.header("x-inngest-signature") ?? "");
  const signedAt = Number(signature.get("t") ?? Number.NaN) * 1_000;
  const isRecent = Math.abs(Date.now() - signedAt) <= signatureLifetime;
  if (signature.get("s") && isRecent) return next();
  return refuse(
    context,
    401,
    "Only Inngest calls this address: the request has no signature of the last five minutes. " +
      "To register the functions, run `node cli.js sync`.",
  );
};

/**
 * Takes so many calls at once and no more, for all apps together: each holds its events and state in memory, and waits for
 * the same connections. The engine comes again with what was refused.
 */
export function refuseBeyond(maximum: number): MiddlewareHandler {
  let inHand = 0;
  return async (context, next) => {
    if (inHand >= maximum) {
      context.header("retry-after", "2");
      return refuse(context, 503, `The worker has ${maximum} calls in hand. Call again in 2 seconds.`);
    }
    inHand += 1;
    try {
      return await next();
    } finally {
      inHand -= 1;
    }
  };
}

/** Answers what is no JSON itself: the error that a parser throws quotes the text, which then stands in a log. */
export const refuseMalformed: MiddlewareHandler = async (context, next) => {
  const text = context.req.method === "GET" ? "" : await context.req.text();
  try {
    if (text !== "") JSON.parse(text);
  } catch {
    return refuse(context, 400, "The body is not JSON.");
  }
  return next();
};

export function refuse(context: Context, status: 400 | 401 | 404 | 413 | 500 | 503, error: string): Response {
  return context.json({ error }, status);
}
