import { randomUUID } from "node:crypto";
import process from "node:process";
import { Script } from "node:vm";
import { Unproved } from "./unproved.ts";

/** How often as long something may take while the processor is busy with something else. */
const MOST_PATIENCE = 8;

/**
 * Runs something that may never end, such as a refinement or an expression that backtracks, and ends it. On a machine that
 * is busy with something else it begins again, with more time: no answer depends on that.
 * @throws Unproved when the time is over
 */
export function withinTime<Result>(milliseconds: number, run: () => Result): Result {
  for (let patience = 1; ; patience *= 2) {
    const before = process.cpuUsage();
    const ended = endedWithin(milliseconds * patience, run);
    if (ended) return ended.result;
    const { user, system } = process.cpuUsage(before);
    const hadItsTime = (user + system) / 1_000 >= milliseconds / 2;
    if (hadItsTime || patience >= MOST_PATIENCE)
      throw new Unproved(`it took longer than ${milliseconds / 1_000} s`);
  }
}

/** What comes of it; undefined when the time is over. */
function endedWithin<Result>(milliseconds: number, run: () => Result): { result: Result } | undefined {
  const key = `@org/events/${randomUUID()}`;
  let ended: { result: Result } | undefined;
  Reflect.set(globalThis, key, () => {
    ended = { result: run() };
  });
  try {
    new Script(`globalThis[${JSON.stringify(key)}]()`).runInThisContext({ timeout: milliseconds });
  } catch (error) {
    const code: unknown =
      typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return undefined;
    if (error instanceof RangeError && /call stack/i.test(error.message))
      throw new Unproved("the schema, or a value of it, is nested too deeply");
    throw error;
  } finally {
    Reflect.deleteProperty(globalThis, key);
  }
  return ended;
}
