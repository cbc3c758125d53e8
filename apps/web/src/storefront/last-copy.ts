import { withDeadline } from "@org/integrations/deadline";
import { isUnavailable, worthWaiting } from "./unavailable.ts";

export interface LastCopyOptions<Value> {
  /** Asks for the value as it is now. @throws DatabaseUnavailableError */
  load(): Promise<Value>;
  /** Where a copy is kept for processes that have none of their own. Failures of it change nothing. */
  shelf: { get(): Promise<Value | undefined>; put(value: Value): Promise<void> };
  log: { warn(entry: object, message: string): void };
  /** Milliseconds within which the value is worth waiting for. Default: `worthWaiting`. */
  patience?: number;
  /** Milliseconds for which nobody asks again after a failure. Default: 2,000. */
  rest?: number;
  /** Milliseconds between two copies that are put on the shelf. Default: 60,000. */
  putEvery?: number;
  now?: () => number;
}

/**
 * A value as it is now; or, while it cannot be had in time, as it was when it last could.
 * @returns what asks for it. It throws what `load` threw when there is no copy anywhere.
 */
export function lastCopy<Value extends object>(options: LastCopyOptions<Value>): () => Promise<Value> {
  const {
    load,
    shelf,
    log,
    patience = worthWaiting,
    rest = 2_000,
    putEvery = 60_000,
    now = Date.now,
  } = options;
  let copy: Value | undefined;
  let restsUntil = 0;
  let putAt = Number.NEGATIVE_INFINITY;

  async function ask(): Promise<Value> {
    const value = await withDeadline(load(), patience);
    copy = value;
    if (now() - putAt >= putEvery) {
      putAt = now();
      // Nobody waits for it, and without it only a process that starts later has less.
      shelf.put(value).catch((error: unknown) => log.warn({ error }, "no copy was put aside"));
    }
    return value;
  }

  async function fallBack(error?: unknown): Promise<Value> {
    copy ??= await shelf.get().catch(() => undefined);
    if (copy) return copy;
    if (error !== undefined) throw error;
    return ask();
  }

  return async () => {
    if (now() < restsUntil) return fallBack();
    try {
      return await ask();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      restsUntil = now() + rest;
      log.warn({ error }, "the database does not answer in time, so the last copy is shown");
      return await fallBack(error);
    }
  };
}
