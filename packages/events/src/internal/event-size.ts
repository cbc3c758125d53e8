import type { EventToSend } from "./event.ts";

/** Inngest's limit for one event on every plan, in bytes of JSON. */
export const MAX_EVENT_BYTES = 256 * 1024;

/** Bytes of an event as JSON, as it travels. */
export function eventBytes(event: EventToSend): number {
  return new TextEncoder().encode(JSON.stringify(event)).length;
}

/** Why an event could not travel. */
export function tooLarge(event: EventToSend): string | undefined {
  try {
    const bytes = eventBytes(event);
    if (bytes <= MAX_EVENT_BYTES) return undefined;
    return `${bytes} bytes, and ${MAX_EVENT_BYTES} are allowed; send ids and fetch the rest in the workflow`;
  } catch {
    // A bigint, or an object with a `toJSON` that throws.
    return "the data cannot be written as JSON";
  }
}
