import { createRedactor } from "@org/events";
import { catalogues } from "@org/events/catalogues";
import type { DeadLetter } from "./port.ts";

export const redact = createRedactor(...catalogues);

/** A dead letter as people may see it: the personal values of its events are replaced by their kind. */
export function redactedDeadLetter(letter: DeadLetter): DeadLetter {
  return {
    ...letter,
    events: letter.events.map((event) => ({ ...event, data: redact(event.name, event.data) })),
  };
}
