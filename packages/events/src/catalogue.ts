import type { EventDefinition } from "./define-event.ts";

/** Definitions by emitter and verb: `{ orderEvents: { created: orderCreated } }`. */
export type EventGroups = Record<string, Record<string, EventDefinition>>;

/** A catalogue as tools see it, whichever events it holds. */
export interface EventCatalogue {
  /** Also the subpath of the package: `@org/events/<name>`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly definitions: readonly EventDefinition[];
  find(event: string): EventDefinition | undefined;
}

/** A catalogue that knows the types of its events. */
export interface Catalogue<Groups extends EventGroups> extends EventCatalogue {
  readonly groups: Groups;
  readonly definitions: readonly DefinitionIn<Groups>[];
  find(event: string): DefinitionIn<Groups> | undefined;
  /** @throws UnknownEventError */
  get<Name extends DefinitionIn<Groups>["event"]>(
    event: Name,
  ): Extract<DefinitionIn<Groups>, { event: Name }>;
}

/** Every definition of a catalogue, as a union. */
export type DefinitionIn<Groups extends EventGroups> = {
  [Group in keyof Groups]: Groups[Group][keyof Groups[Group]];
}[keyof Groups];

export class UnknownEventError extends Error {
  override readonly name = "UnknownEventError";
  readonly event: string;

  constructor(event: string, catalogue: Pick<EventCatalogue, "name" | "definitions">) {
    const known = catalogue.definitions.map((definition) => definition.event).join(", ");
    super(`${JSON.stringify(event)} is not an event of ${catalogue.name}. Its events are: ${known}`);
    this.event = event;
  }
}

export function defineCatalogue<const Groups extends EventGroups>(options: {
  name: string;
  title: string;
  description: string;
  groups: Groups;
}): Catalogue<Groups> {
  const definitions = definitionsIn(options.groups);
  const byName = new Map<string, DefinitionIn<Groups>>(
    definitions.map((definition) => [definition.event, definition]),
  );
  return {
    ...options,
    definitions,
    find: (event) => byName.get(event),
    get(event) {
      const definition = byName.get(event);
      if (!definition) throw new UnknownEventError(event, { name: options.name, definitions });
      return named<Groups, typeof event>(definition);
    },
  };
}

function definitionsIn<Groups extends EventGroups>(groups: Groups): DefinitionIn<Groups>[] {
  // Guarantee: the values of a catalogue's groups are exactly its definitions.
  return Object.values(groups).flatMap((group) => Object.values(group)) as DefinitionIn<Groups>[];
}

/** Guarantee: the definition was looked up by this name. */
function named<Groups extends EventGroups, Name extends string>(definition: DefinitionIn<Groups>) {
  return definition as Extract<DefinitionIn<Groups>, { event: Name }>;
}
