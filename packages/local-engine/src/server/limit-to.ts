import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/**
 * Refuses a body over so many bytes before it is read whole. One whose length is said is not opened here: hono's own limit
 * makes a stream of every body, through which it is then read at twice the processor time.
 */
export function limitTo(bytes: number, refusal: (context: Context) => Response): MiddlewareHandler {
  const countWhileReading = bodyLimit({ maxSize: bytes, onError: refusal });
  return async (context, next) => {
    const length = context.req.header("content-length");
    if (length === undefined || context.req.header("transfer-encoding") !== undefined)
      return countWhileReading(context, next);
    return Number(length) > bytes ? refusal(context) : next();
  };
}
