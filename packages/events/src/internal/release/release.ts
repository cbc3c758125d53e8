import * as z from "zod";
import type { EventCatalogue } from "../catalogue.ts";
import {
  type Contract,
  contractOf,
  describedAs,
  rememberedContract,
  setsOf,
} from "../compatibility/contract.ts";
import { examplesOf } from "../compatibility/examples.ts";
import { withWitnesses } from "../compatibility/rule-witnesses.ts";
import { withinTime } from "../compatibility/time-limit.ts";
import type { ValueSets } from "../compatibility/value-set.ts";
import type { EventDefinition } from "../define-event.ts";
import type { RawEvent } from "../event.ts";
import { personalFieldsOf } from "../personal-fields.ts";
import type { PreviousVersion } from "../previous-version.ts";
import type { JsonSchema } from "../schemas/json-schema.ts";

const jsonSchema = z.custom<JsonSchema>((value) => typeof value === "object" && value !== null);

const valueSets = z.custom<ValueSets>(
  (value) => typeof value === "object" && value !== null && "takes" in value,
);

const releasedEventSchema = z.object({
  catalogue: z.string(),
  event: z.string(),
  version: z.string(),
  category: z.string(),
  owner: z.string(),
  kind: z.enum(["fact", "command"]),
  summary: z.string(),
  key: z.array(z.string()).optional(),
  revision: z.string().optional(),
  deprecation: z
    .object({ deprecated: z.string(), sunset: z.string().optional(), replacedBy: z.string().optional() })
    .optional(),
  /** Fields that hold personal data. */
  personal: z.array(z.string()),
  /** Earlier versions that this release still reads. */
  readable: z.array(
    z.object({
      version: z.string(),
      sunset: z.string().optional(),
      /** What some data of that version is read as. */
      results: z.array(z.object({ data: z.unknown(), result: z.unknown() })).optional(),
    }),
  ),
  examples: z.array(z.unknown()),
  /** For words about what changed. */
  input: jsonSchema,
  /** What readers take and writers send, which is what is compared. */
  sets: valueSets.optional(),
});

export const releaseSchema = z.object({ release: z.string(), events: z.array(releasedEventSchema) });

/** What one event promised in a release. */
export type ReleasedEvent = z.infer<typeof releasedEventSchema>;

/** The contracts of one release of the package, as `releases/<version>.json` holds them. */
export type Release = z.infer<typeof releaseSchema>;

/** @throws Error that names the event whose contract cannot be remembered */
export function createRelease(release: string, catalogues: readonly EventCatalogue[]): Release {
  const events = catalogues.flatMap((catalogue) =>
    catalogue.definitions.map((definition) => releasedEvent(catalogue.name, definition)),
  );
  return { release, events };
}

function releasedEvent(catalogue: string, definition: EventDefinition): ReleasedEvent {
  const { event, version, category, owner, kind, summary, key, revision, deprecation, schema } = definition;
  return {
    ...{ catalogue, event, version, category, owner, kind, summary },
    ...(key ? { key: [...key] } : {}),
    ...(revision ? { revision } : {}),
    ...(deprecation ? { deprecation } : {}),
    personal: personalFieldsOf(definition).map(({ path }) => path),
    readable: versionsBefore(definition).map((previous) => remembered(definition, previous)),
    examples: [...definition.examples],
    input: describedAs(schema, "input"),
    sets: rememberedSets(definition),
  };
}

/** Milliseconds for what is to be remembered of one event; its refinements may never end. */
const TIME_LIMIT = 20_000;

function rememberedSets({ event, schema, examples }: EventDefinition): ValueSets {
  const occurredAt = "2026-01-01T00:00:00.000Z";
  const known = examples.map((example) => ({ occurredAt, ...example }));
  const sets = setsOf(schema);
  if (typeof sets === "string") throw new Error(`the contract of ${event} cannot be remembered: ${sets}`);
  return withinTime(TIME_LIMIT, () => withWitnesses(sets, known));
}

function remembered(
  definition: EventDefinition,
  { version, sunset, schema }: PreviousVersion,
): ReleasedEvent["readable"][number] {
  const sets = setsOf(schema);
  const values = typeof sets === "string" ? [] : examplesOf(sets, sets.writes).slice(0, 12);
  const results = values.flatMap((data) => {
    const result = readAs(definition, { v: version, data });
    return result === undefined ? [] : [{ data, result }];
  });
  return { version, ...(sunset ? { sunset } : {}), ...(results.length > 0 ? { results } : {}) };
}

/** What an event is read as; undefined where it is refused. */
export function readAs(definition: EventDefinition, event: RawEvent): unknown {
  try {
    return JSON.parse(JSON.stringify(definition.receive(event)));
  } catch {
    return undefined;
  }
}

function versionsBefore({ previous }: EventDefinition): PreviousVersion[] {
  const versions: PreviousVersion[] = [];
  for (let earlier = previous; earlier; earlier = earlier.previous) versions.push(earlier);
  return versions;
}

export function readableVersions(definition: EventDefinition): { version: string; sunset?: string }[] {
  return versionsBefore(definition).map(({ version, sunset }) => ({
    version,
    ...(sunset ? { sunset } : {}),
  }));
}

/** The contract of a released event; its refinements are known by the values on both sides of them. */
export function releasedContract({ input, sets }: ReleasedEvent): Contract {
  return rememberedContract(input, sets);
}

/** The contract of a definition that reads another version's events, upcasters included. */
export function receivingContract(definition: EventDefinition, version: string): Contract {
  return {
    ...contractOf(definition.schema),
    refusals: (data) => {
      try {
        definition.receive({ v: version, data });
        return [];
      } catch (error) {
        return [{ path: "", reason: error instanceof Error ? error.message : String(error) }];
      }
    },
  };
}
