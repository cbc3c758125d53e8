import { setImmediate as nextTurn } from "node:timers/promises";
import type { MiddlewareHandler } from "hono";
import { BusyError } from "../core/busy-error.ts";
import { limits } from "../core/limits.ts";
import { refuseBusy } from "./responses.ts";

/** Bytes of events that are being received at one time. */
const mostBytes = 64 * 1024 * 1024;

/** A request of this size takes milliseconds to read; of several that are there one is read in a turn. */
const largeBytes = 64 * 1024;

/** Refuses events that could not be taken in anyhow, before they are read. @param busy why none are taken now, if so. */
export function refuseWhenBusy(busy: () => BusyError | undefined): MiddlewareHandler {
  let receiving = 0;
  let turn = Promise.resolve();
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
      if (bytes > largeBytes) {
        await context.req.arrayBuffer();
        turn = turn.then(() => nextTurn());
        await turn;
      }
      await next();
    } finally {
      receiving -= bytes;
    }
    return undefined;
  };
}
