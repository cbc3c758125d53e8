import type { EventToSend } from "../event.ts";
import { MAX_EVENT_BYTES } from "../event-size.ts";
import type { Quick } from "./quick-checks.ts";

/** Quick checks of contracts that are not closed; what only they need stands in no other event's bundle. */

/** @param options of which at most one can take a value */
export function either(...options: Quick[]): Quick {
  return (value) => options.map((option) => option(value)).find((result) => result !== undefined);
}

/** Values under names of the sender's choice, of a plain object with nothing hidden. */
export function named(readKey: Quick, readValue: Quick): Quick {
  return (value) => {
    if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      return undefined;
    const result: Record<string, unknown> = {};
    for (const key of Reflect.ownKeys(value)) {
      if (!Object.prototype.propertyIsEnumerable.call(value, key)) return undefined;
      const name = readKey(key);
      const part = readValue(Reflect.get(value, key));
      if (typeof name !== "string" || name === "__proto__" || part === undefined) return undefined;
      result[name] = part;
    }
    return result;
  };
}

/** Whether an event can travel for certain: no character takes more than three bytes for each of its units. */
export function fits(event: EventToSend): boolean {
  return JSON.stringify(event).length * 3 <= MAX_EVENT_BYTES;
}
