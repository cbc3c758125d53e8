import { hasBrand } from "./brand.ts";
import type { EventDefinition } from "./define-event.ts";
import { type DefinitionIn, type EventGroups, type EventList, groupEvents } from "./event-groups.ts";
import { refuseName } from "./event-name.ts";
import { eventSlug } from "./event-slug.ts";

/** A catalogue as tools see it, whichever events it holds. */
export interface EventCatalogue {
  /** Also the subpath of the package: `@org/events/<name>`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** By category, then by name. */
  readonly definitions: readonly EventDefinition[];
  find(event: string): EventDefinition | undefined;
}

/** A catalogue that knows the types of its events. */
export interface Catalogue<Events extends EventList> extends EventCatalogue {
  /** By emitter and verb, which follow from each event's category and name. */
  readonly groups: EventGroups<Events>;
  readonly definitions: readonly DefinitionIn<Events>[];
  find(event: string): DefinitionIn<Events> | undefined;
  /** @throws UnknownEventError */
  get<Name extends DefinitionIn<Events>["event"]>(
    event: Name,
  ): Extract<DefinitionIn<Events>, { event: Name }>;
}

const unknownEvent = Symbol.for("@org/events/UnknownEventError");

export class UnknownEventError extends Error {
  /** Also true for an error of another copy of this package. */
  static isInstance(value: unknown): value is UnknownEventError {
    return hasBrand(value, unknownEvent);
  }

  override readonly name = "UnknownEventError";
  readonly event: string;

  constructor(event: string, catalogue: Pick<EventCatalogue, "name" | "definitions">) {
    const known = catalogue.definitions.map((definition) => definition.event).join(", ");
    super(`${JSON.stringify(event)} is not an event of ${catalogue.name}. Its events are: ${known}`);
    this.event = event;
  }

  get [unknownEvent](): true {
    return true;
  }
}

/**
 * Declares a catalogue of the events that a folder's index lists: `import * as events from "./shop/index.ts"`.
 * @throws Error when two events would be one emitter's verb, have one name or one file, or a name is none
 */
export function defineCatalogue<Events extends EventList>({
  events,
  ...about
}: {
  name: string;
  title: string;
  description: string;
  events: Events;
}): Catalogue<Events> {
  const definitions = definitionsIn(events);
  const byName = indexByName(about.name, definitions);
  const groups = groupEvents(about.name, events);
  refuseOneFile(about.name, byName.keys());
  return {
    ...about,
    definitions,
    groups,
    find: (event) => byName.get(event),
    get(event) {
      const definition = byName.get(event);
      if (!definition) throw new UnknownEventError(event, { name: about.name, definitions });
      return named<Events, typeof event>(definition);
    },
  };
}

/** In an order that does not depend on how the index names and sorts its exports. */
function definitionsIn<Events extends EventList>(events: Events): DefinitionIn<Events>[] {
  const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
  return valuesOf(events).sort(
    (one, other) => compare(one.category, other.category) || compare(one.event, other.event),
  );
}

function indexByName<Definition extends EventDefinition>(
  catalogue: string,
  definitions: readonly Definition[],
): Map<string, Definition> {
  const byName = new Map<string, Definition>();
  for (const definition of definitions) {
    const name = JSON.stringify(definition.event);
    if (byName.has(definition.event))
      throw new Error(`The catalogue ${catalogue} lists two events named ${name}. Rename one of them.`);
    refuseName(definition.event);
    byName.set(definition.event, definition);
  }
  return byName;
}

function refuseOneFile(catalogue: string, names: Iterable<string>): void {
  const slugs = new Map<string, string>();
  for (const name of names) {
    const slug = eventSlug(catalogue, name);
    const other = slugs.get(slug);
    if (other !== undefined)
      throw new Error(
        `The catalogue ${catalogue} lists ${JSON.stringify(other)} and ${JSON.stringify(name)}, which would be one file ${slug}. Rename one of them.`,
      );
    slugs.set(slug, name);
  }
}

/** Guarantee: the values of a list are exactly its definitions. */
function valuesOf<Events extends EventList>(events: Events): DefinitionIn<Events>[] {
  return Object.values(events) as DefinitionIn<Events>[];
}

/** Guarantee: the definition was looked up by this name. */
function named<Events extends EventList, Name extends string>(definition: DefinitionIn<Events>) {
  return definition as Extract<DefinitionIn<Events>, { event: Name }>;
}
