import type { EventCatalogue } from "../catalogue.ts";
import type { EventDefinition } from "../define-event.ts";
import { type CliContext, CommandError } from "./context.ts";

type Catalogues = Pick<CliContext, "catalogues">;

export interface FoundEvent {
  catalogue: EventCatalogue;
  definition: EventDefinition;
}

export function tryFindEvent({ catalogues }: Catalogues, name: string): FoundEvent | undefined {
  for (const catalogue of catalogues) {
    const definition = catalogue.find(name);
    if (definition) return { catalogue, definition };
  }
  return undefined;
}

/** @throws CommandError with the names that come closest */
export function findEvent(context: Catalogues, name: string): FoundEvent {
  const found = tryFindEvent(context, name);
  if (found) return found;
  throw new CommandError(
    `there is no event ${JSON.stringify(name)}.${suggestion(context, name)} See: org-events list`,
  );
}

/** @throws CommandError */
export function findCatalogue({ catalogues }: Catalogues, name: string): EventCatalogue {
  const catalogue = catalogues.find((candidate) => candidate.name === name);
  if (catalogue) return catalogue;
  const known = catalogues.map((candidate) => candidate.name).join(" or ");
  throw new CommandError(`there is no catalogue ${JSON.stringify(name)}: it is ${known}`);
}

/** The events that share most words with a name that does not exist. */
function suggestion({ catalogues }: Catalogues, name: string): string {
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
