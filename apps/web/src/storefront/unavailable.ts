import { DeadlineError, withDeadline } from "@org/integrations/deadline";
import { DatabaseUnavailableError } from "@org/stores/unavailable";

/** Milliseconds that somebody who only looks around is kept waiting for what is newest. */
export const worthWaiting = 800;

/** Whether the database did not serve, or not in time. */
export function isUnavailable(error: unknown): boolean {
  return DatabaseUnavailableError.isInstance(error) || DeadlineError.isInstance(error);
}

/** For what a page can do without: undefined when the database does not answer in time. */
export async function ifAvailable<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await withDeadline(ask(), worthWaiting);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return undefined;
  }
}
