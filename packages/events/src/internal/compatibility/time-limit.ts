import { randomUUID } from "node:crypto";
import { Script } from "node:vm";
import { Unproved } from "./unproved.ts";

/**
 * Runs something that may never end, such as a refinement or an expression that backtracks, and ends it.
 * @throws Unproved when the time is over
 */
export function withinTime<Result>(milliseconds: number, run: () => Result): Result {
  const key = `@org/events/${randomUUID()}`;
  const outcome: { result?: Result } = {};
  Reflect.set(globalThis, key, () => {
    outcome.result = run();
  });
  try {
    new Script(`globalThis[${JSON.stringify(key)}]()`).runInThisContext({ timeout: milliseconds });
  } catch (error) {
    const code: unknown =
      typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      throw new Unproved(`it took longer than ${milliseconds / 1_000} s`);
    if (error instanceof RangeError && /call stack/i.test(error.message))
      throw new Unproved("the schema, or a value of it, is nested too deeply");
    throw error;
  } finally {
    Reflect.deleteProperty(globalThis, key);
  }
  return resultOf(outcome);
}

/** Guarantee: the script ran to its end. */
function resultOf<Result>(outcome: { result?: Result }): Result {
  return outcome.result as Result;
}
