import { createRedactor } from "@org/events";
import { mohallaMartCatalogue } from "@org/events/mohallamart";
import { tenOceanCatalogue } from "@org/events/ten-ocean";
import type { DeadLetter } from "./port.ts";

export const redact = createRedactor(mohallaMartCatalogue, tenOceanCatalogue);

/** A dead letter as people may see it: the personal values of its events are replaced by their kind. */
export function redactedDeadLetter(letter: DeadLetter): DeadLetter {
  return {
    ...letter,
    events: letter.events.map((event) => ({ ...event, data: redact(event.name, event.data) })),
  };
}
