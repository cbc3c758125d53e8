import type { MiddlewareHandler } from "hono";
import { BusyError } from "../core/busy-error.ts";
import { limits } from "../core/limits.ts";
import { refuseBusy } from "./responses.ts";

/** Bytes of events that are being received at one time. */
const mostBytes = 64 * 1024 * 1024;

/** Refuses events that could not be taken in anyhow, before they are read. @param busy why none are taken now, if so. */
export function refuseWhenBusy(busy: () => BusyError | undefined): MiddlewareHandler {
  let receiving = 0;
  return async (context, next) => {
    const refusal = busy();
    if (refusal) return refuseBusy(context, refusal);
    const bytes = Math.min(
      Number(context.req.header("content-length") ?? limits.eventBytes) || 0,
      limits.eventBytes,
    );
    if (receiving > 0 && receiving + bytes > mostBytes) {
      const message = `${receiving} bytes of events are on their way already: send these again in a moment.`;
      return refuseBusy(context, new BusyError(message, 1));
    }
    receiving += bytes;
    try {
      await next();
    } finally {
      receiving -= bytes;
    }
    return undefined;
  };
}
