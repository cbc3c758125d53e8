import type { EventData, EventDefinition } from "./define-event.ts";

/** Definitions by the names under which a folder's index exports them. */
export type EventList = Readonly<Record<string, EventDefinition>>;

/** Every definition of a list, as a union. */
export type DefinitionIn<Events extends EventList> = Events[keyof Events];

/** The data of every event of a list, by the event's name. */
export type DataByName<Events extends EventList> = {
  [Definition in DefinitionIn<Events> as Definition["event"]]: { data: EventData<Definition> };
};

/** Definitions by emitter and verb: `{ orderEvents: { created: orderCreated } }`. */
export type EventGroups<Events extends EventList> = {
  readonly [Category in DefinitionIn<Events>["category"] as GroupOf<Category>]: {
    readonly [Definition in DefinitionOf<Events, Category> as VerbOf<Definition["event"]>]: Definition;
  };
};

/** The definitions of one category, as a union. */
export type DefinitionOf<Events extends EventList, Category extends string> = Extract<
  DefinitionIn<Events>,
  { category: Category }
>;

/** `order` is `orderEvents`. */
export type GroupOf<Category extends string> = `${CamelCase<Category>}Events`;

/** What follows an event's first word, as one word: `notification/email.send` is `emailSend`. */
export type VerbOf<Event extends string> = CamelCase<
  Event extends `${string}/${infer Rest}` ? Rest : Event extends `${string}.${infer Rest}` ? Rest : Event
>;

type CamelCase<Text extends string> = Joined<Joined<Joined<Text, "/">, ".">, "-">;

type Joined<
  Text extends string,
  Separator extends string,
> = Text extends `${infer Head}${Separator}${infer Tail}`
  ? `${Head}${Capitalize<Joined<Tail, Separator>>}`
  : Text;

/**
 * Sorts a catalogue's events into its emitters, by category and name alone.
 * @throws Error when two events would be the same verb of one emitter
 */
export function groupEvents<Events extends EventList>(
  catalogue: string,
  events: Events,
): EventGroups<Events> {
  const groups: Record<string, Record<string, EventDefinition>> = {};
  for (const definition of Object.values(events)) {
    const group = `${camelCase(definition.category)}Events`;
    const verb = verbOf(definition.event);
    const verbs = groups[group] ?? {};
    const other = verbs[verb];
    if (other) throw sameVerb(catalogue, `${group}.${verb}`, [other.event, definition.event]);
    groups[group] = { ...verbs, [verb]: definition };
  }
  return groupsOf<Events>(groups);
}

function sameVerb(catalogue: string, emitter: string, events: readonly string[]): Error {
  const names = events.map((event) => JSON.stringify(event)).join(" and ");
  return new Error(
    `In the catalogue ${catalogue} the events ${names} are both ${emitter}. Rename one of them, or give it another category.`,
  );
}

/** The same rule as {@link VerbOf}. */
function verbOf(event: string): string {
  const separator = event.includes("/") ? "/" : ".";
  return camelCase(event.slice(event.indexOf(separator) + 1));
}

function camelCase(text: string): string {
  return text.replaceAll(/[/.-]+(.?)/g, (_, letter: string) => letter.toUpperCase());
}

/** Guarantee: sorted by the rules of the type. */
function groupsOf<Events extends EventList>(groups: object): EventGroups<Events> {
  return groups as EventGroups<Events>;
}
