import type { EventCatalogue } from "../catalogue.ts";
import type { EventDefinition } from "../define-event.ts";
import { mohallaMartCatalogue } from "../mohallamart/catalogue.ts";
import { tenOceanCatalogue } from "../ten-ocean/catalogue.ts";
import { CommandError } from "./context.ts";

export const catalogues: readonly EventCatalogue[] = [mohallaMartCatalogue, tenOceanCatalogue];

export interface FoundEvent {
  catalogue: EventCatalogue;
  definition: EventDefinition;
}

export function tryFindEvent(name: string): FoundEvent | undefined {
  for (const catalogue of catalogues) {
    const definition = catalogue.find(name);
    if (definition) return { catalogue, definition };
  }
  return undefined;
}

/** @throws CommandError with the names that come closest */
export function findEvent(name: string): FoundEvent {
  const found = tryFindEvent(name);
  if (found) return found;
  throw new CommandError(
    `there is no event ${JSON.stringify(name)}.${suggestion(name)} See: org-events list`,
  );
}

/** @throws CommandError */
export function findCatalogue(name: string): EventCatalogue {
  const catalogue = catalogues.find((candidate) => candidate.name === name);
  if (catalogue) return catalogue;
  const known = catalogues.map((candidate) => candidate.name).join(" or ");
  throw new CommandError(`there is no catalogue ${JSON.stringify(name)}: it is ${known}`);
}

/** The events that share most words with a name that does not exist. */
function suggestion(name: string): string {
  const words = name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  const close = catalogues
    .flatMap(({ definitions }) => definitions.map(({ event }) => event))
    .map((event) => ({ event, shared: words.filter((word) => event.toLowerCase().includes(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared);
  const events = close.slice(0, 3).map(({ event }) => event);
  return events.length > 0 ? ` Did you mean ${events.join(", ")}?` : "";
}
