import { type Catalogue, type EventCatalogue, UnknownEventError } from "./catalogue.ts";
import type { EventDefinition, NewEventData } from "./define-event.ts";
import type { CreateOptions, EventClient, EventToSend, Fields } from "./event.ts";
import type { DefinitionIn, DefinitionOf, EventList, GroupOf, VerbOf } from "./event-groups.ts";
import { eventBytes, MAX_EVENT_BYTES } from "./event-size.ts";
import { InvalidEventError } from "./invalid-event-error.ts";

/** Inngest's limit for one request on every plan. */
export const MAX_EVENTS_PER_REQUEST = 5_000;

/** Sends one event and resolves when the client has accepted it. */
export type Emit<Definition extends EventDefinition> = (
  data: NewEventData<Definition>,
  options?: CreateOptions,
) => Promise<{ ids: string[] }>;

/**
 * An event for `emitMany`: built with `.create`, or the name and data alone. Under a name that no definition has, it is the
 * name that is wrong, and editors offer what any of them has.
 */
export type EventInput<
  Definition extends EventDefinition,
  Name extends string = Definition["event"],
> = Name extends Definition["event"]
  ? Pick<CreateOptions, "id" | "ts"> & {
      name: Name;
      data: NewEventData<Extract<Definition, { event: Name }>>;
      v?: string;
    }
  : EventInput<Definition> | { name: Definition["event"]; data: Fields };

/** Emitters by the events' categories and verbs: `orderEvents.created`. */
export type Emitters<Events extends EventList> = {
  readonly [Category in DefinitionIn<Events>["category"] as GroupOf<Category>]: {
    readonly [Definition in DefinitionOf<Events, Category> as VerbOf<Definition["event"]>]: Emit<Definition>;
  };
} & ManyEmitter<Events>;

/**
 * What every catalogue's emitters have besides those of its events.
 * @public The declarations that the build writes name it.
 */
export interface ManyEmitter<Events extends EventList> {
  /**
   * Sends many events in as few requests as Inngest's limits allow and returns all ids in order. Every event
   * is parsed before the first request, so that one wrong event stops the batch and not its second half.
   */
  emitMany<const Names extends readonly string[]>(
    // By its name and not as one of a union, so that what is said of a wrong event names its own contract.
    events: { readonly [Index in keyof Names]: EventInput<DefinitionIn<Events>, Names[Index]> },
  ): Promise<{ ids: string[] }>;
}

export function createEmitters<Events extends EventList>(
  catalogue: Catalogue<Events>,
  client: EventClient,
): Emitters<Events> {
  const groups = mapValues(groupsOf(catalogue), (group) =>
    mapValues(
      group,
      (definition): Emit<EventDefinition> =>
        async (data, options) =>
          client.send(definition.create(data, options)),
    ),
  );
  const emitMany = async (events: readonly EventInput<EventDefinition>[]) => {
    const created = events.map((event) => createFrom(catalogue, event));
    const ids: string[] = [];
    for (const request of splitIntoRequests(created)) ids.push(...(await client.send(request)).ids);
    return { ids };
  };
  return emittersOf<Events>({ ...groups, emitMany });
}

function createFrom(
  catalogue: EventCatalogue,
  { name, data, id, ts, v }: EventInput<EventDefinition>,
): EventToSend {
  const definition = catalogue.find(name);
  if (!definition) throw new UnknownEventError(name, catalogue);
  if (v !== undefined && v !== definition.version) {
    const reason = `only version ${definition.version} is sent; this event says ${v}`;
    throw new InvalidEventError(name, v, [{ path: "", reason }]);
  }
  return definition.create(data, { id, ts });
}

/** Inngest counts events and bytes of a request; 256 KB a request holds on every plan. */
export function splitIntoRequests(events: readonly EventToSend[]): EventToSend[][] {
  const requests: EventToSend[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = eventBytes(event) + 1;
    const current = requests.at(-1);
    if (current && bytes + size <= MAX_EVENT_BYTES && current.length < MAX_EVENTS_PER_REQUEST) {
      current.push(event);
      bytes += size;
    } else {
      requests.push([event]);
      bytes = size;
    }
  }
  return requests;
}

function mapValues<Value, Result>(
  record: Record<string, Value>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** Guarantee: a catalogue's groups hold its definitions by verb, whatever they are called. */
function groupsOf({ groups }: { groups: object }): Record<string, Record<string, EventDefinition>> {
  return groups as Record<string, Record<string, EventDefinition>>;
}

/** Guarantee: built by walking the same groups. */
function emittersOf<Events extends EventList>(emitters: object): Emitters<Events> {
  return emitters as Emitters<Events>;
}
