import type * as z from "zod";
import { brandedDefinition } from "./brand.ts";
import { type ContractToSend, createEvent } from "./create-event.ts";
import type { CreateOptions, EventToSend, Fields, RawEvent } from "./event.ts";
import { tooLarge } from "./event-size.ts";
import type { PreviousVersion } from "./previous-version.ts";
import { parseEventData, receiveEvent, versionsOf } from "./receive-event.ts";
import { type DataOf, type DataSchema, type StandardFields, withStandardFields } from "./standard-fields.ts";

export interface Deprecation {
  /** Since when no new sender should use the event, `YYYY-MM-DD`. */
  deprecated: string;
  /** The last day on which it may be sent, `YYYY-MM-DD`. */
  sunset?: string;
  /** Name of the event to use instead. */
  replacedBy?: string;
}

/** What documentation, exports and the `org-events` command say about an event. */
export interface EventDescription<Category extends string = string> {
  /** `order`; with the event's name it says where the emitter is: `orderEvents.created`. */
  category: Category;
  /** The team to ask. */
  owner: string;
  /** A fact says what happened; a command asks for something to be done. */
  kind: "fact" | "command";
  /** When the event is emitted, and what for. */
  summary: string;
  deprecation?: Deprecation;
}

export interface EventOptions<
  Name extends string,
  Shape extends z.ZodRawShape,
  Category extends string = string,
> extends EventDescription<Category> {
  name: Name & NotReserved<Name>;
  /** `YYYY-MM-DD.NN`; every change of the contract gets a new one. */
  version: string;
  data: z.ZodObject<Shape> & WithoutTransforms<Shape> & OfJson<Shape>;
  /** Fields whose values identify the thing; absent where several equal events are all meant. */
  key?: readonly IdField<Shape>[];
  /** Field that tells several events about one thing apart, such as its status. */
  revision?: IdField<Shape>;
  examples: Examples<Shape>;
  previous?: PreviousVersion<z.input<z.ZodObject<Shape>>>;
}

/** Fields that always have a value to make an id of. */
type IdField<Shape extends z.ZodRawShape> = {
  [Field in keyof Shape & string]: z.output<Shape[Field]> extends string ? Field : never;
}[keyof Shape & string];

/** At least two, so that documentation shows more than the simplest case. */
type Examples<Shape extends z.ZodRawShape> = readonly [
  z.input<z.ZodObject<Shape>>,
  z.input<z.ZodObject<Shape>>,
  ...z.input<z.ZodObject<Shape>>[],
];

/** Senders and receivers see the same types, so a schema may refine values but not convert them. */
type WithoutTransforms<Shape extends z.ZodRawShape> =
  z.input<z.ZodObject<Shape>> extends z.output<z.ZodObject<Shape>>
    ? unknown
    : "Event data must have the same type before and after parsing: no defaults, coercion or transforms";

type NotReserved<Name extends string> = Name extends `inngest/${string}`
  ? "Names that begin with inngest/ are Inngest's own"
  : unknown;

/** What JSON.stringify drops, refuses, or turns into something else. */
type NotJson =
  | bigint
  | symbol
  | Date
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>
  | ((...given: never) => unknown);

/** As deep as contracts are; a schema that holds itself has no end. */
type HasNotJson<Value, Depth extends 0[] = []> = Depth["length"] extends 6
  ? false
  : Value extends NotJson
    ? true
    : Value extends readonly (infer Item)[]
      ? HasNotJson<Item, [...Depth, 0]>
      : Value extends object
        ? { [Key in keyof Value]: HasNotJson<Value[Key], [...Depth, 0]> }[keyof Value]
        : false;

type OfJson<Shape extends z.ZodRawShape> =
  true extends HasNotJson<z.output<z.ZodObject<Shape>>>
    ? "Event data travels as JSON: no dates (write z.iso.datetime()), bigints, maps, sets, symbols or functions"
    : unknown;

/**
 * An event's contract. It is a plain object that Inngest takes as a trigger (`triggers: [orderCreated]`,
 * `{ ...orderCreated, if }`) and for `step.waitForEvent(id, { ...orderCreated, timeout })`.
 */
export interface EventDefinition<
  Name extends string = string,
  Shape extends z.ZodRawShape = z.ZodRawShape,
  Category extends string = string,
  Data extends Fields = DataOf<Shape>,
  NewData = ToSend<Data>,
> extends Readonly<EventDescription<Category>> {
  /** The name, under the key where Inngest looks for it. */
  readonly event: Name;
  readonly version: string;
  /** The whole data of the latest version, standard fields included. */
  readonly schema: DataSchema<Shape, Data>;
  readonly key?: readonly string[];
  readonly revision?: string;
  readonly examples: Examples<Shape>;
  readonly previous?: PreviousVersion;
  /**
   * Builds an event for `send` or `step.sendEvent`: parsed (trimmed, unknown keys gone), with `v`, and with an
   * `id` where the event has a key. `occurredAt` is now unless given.
   * @throws InvalidEventError when the data does not follow the contract, has a text with NUL or half a character, exceeds 256 KB or 100 levels, or `ts` lies outside of 1980-2100
   */
  create(data: NewData, options?: CreateOptions): EventToSend<Name, Data>;
  /**
   * Reads an event of any published version as the latest one.
   * @throws InvalidEventError when no version accepts it
   */
  receive(event: RawEvent): Data;
}

/** Parsed data of a definition, as workflows see it. */
export type EventData<Definition extends { receive(event: RawEvent): unknown }> = ReturnType<
  Definition["receive"]
>;

/** Data as senders give it: `occurredAt` may be left out. */
export type NewEventData<Definition extends { create(data: never): unknown }> = Parameters<
  Definition["create"]
>[0];

type ToSend<Data> = Omit<Data, "occurredAt"> & Partial<z.input<z.ZodObject<StandardFields>>>;

/**
 * Declares an event of this package. Its catalogue refuses a name that no event can have, which costs who imports one
 * event nothing.
 */
export function defineEvent<
  const Name extends string,
  Shape extends z.ZodRawShape,
  const Category extends string,
>(options: EventOptions<Name, Shape, Category>): EventDefinition<Name, Shape, Category> {
  const { name: event, data, ...description } = options;
  const contract = { ...description, event, schema: withStandardFields<Shape>(data) };
  const versions = versionsOf(contract);
  const { version, key, revision } = contract;
  const toSend: ContractToSend = {
    ...{ event, version, tooLarge, key: key && [...key, ...(revision ? [revision] : [])] },
    accept: (fields) => parseEventData(contract, fields),
  };
  return brandedDefinition<EventDefinition<Name, Shape, Category>>({
    ...contract,
    create: (fields, createOptions) => createdBy<Name, Shape>(createEvent(toSend, fields, createOptions)),
    receive: (raw) => parsedBy<Shape>(receiveEvent(versions, raw)),
  });
}

/** Guarantee: the data was parsed by this shape's schema. */
function parsedBy<Shape extends z.ZodRawShape>(data: Fields): DataOf<Shape> {
  return data as DataOf<Shape>;
}

/** Guarantee: the event was created from the contract with this name and shape. */
function createdBy<Name extends string, Shape extends z.ZodRawShape>(
  event: EventToSend<string, Fields>,
): EventToSend<Name, DataOf<Shape>> {
  return event as EventToSend<Name, DataOf<Shape>>;
}
