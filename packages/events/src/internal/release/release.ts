import fc from "fast-check";
import * as z from "zod";
import type { EventCatalogue } from "../catalogue.ts";
import { type Contract, contractOf, refusalsBy } from "../compatibility/contract.ts";
import type { EventDefinition } from "../define-event.ts";
import { personalFieldsOf } from "../personal-fields.ts";
import { valuesOf } from "../schemas/arbitrary.ts";
import { type JsonSchema, toJsonSchema } from "../schemas/json-schema.ts";
import { sampleValues } from "../schemas/sample.ts";

const jsonSchema = z.custom<JsonSchema>((value) => typeof value === "object" && value !== null);

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
  readable: z.array(z.object({ version: z.string(), sunset: z.string().optional() })),
  examples: z.array(z.unknown()),
  input: jsonSchema,
  output: jsonSchema,
  /** Values that also satisfy the refinements, which JSON Schema cannot hold; only where there are any. */
  witnesses: z.array(z.unknown()).optional(),
});

export const releaseSchema = z.object({ release: z.string(), events: z.array(releasedEventSchema) });

/** What one event promised in a release. */
export type ReleasedEvent = z.infer<typeof releasedEventSchema>;

/** The contracts of one release of the package, as `releases/<version>.json` holds them. */
export type Release = z.infer<typeof releaseSchema>;

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
    readable: readableVersions(definition),
    examples: [...definition.examples],
    input: toJsonSchema(schema, "input"),
    output: toJsonSchema(schema, "output"),
    ...(hasRefinements(schema) ? { witnesses: witnessesOf(schema) } : {}),
  };
}

export function readableVersions(definition: EventDefinition): ReleasedEvent["readable"] {
  const versions: ReleasedEvent["readable"] = [];
  for (let previous = definition.previous; previous; previous = previous.previous) {
    versions.push({ version: previous.version, ...(previous.sunset ? { sunset: previous.sunset } : {}) });
  }
  return versions;
}

/** Refinements show in that the parser refuses, or rewrites, what the JSON Schema lets through. */
function hasRefinements(schema: z.ZodType): boolean {
  const values = fc.sample(valuesOf(toJsonSchema(schema, "input")), { numRuns: 300, seed: 1 });
  return values.some((value) => !schema.safeParse(value).success);
}

/** Smallest first, so that the first one that fails is the simplest to read. */
function witnessesOf(schema: z.ZodType): unknown[] {
  const sent = sampleValues(schema, { count: 120, seed: 1 }).map((value) =>
    JSON.stringify(schema.parse(value)),
  );
  const bySize = [...new Set(sent)].sort((one, other) => one.length - other.length);
  return bySize.slice(0, 40).map((text): unknown => JSON.parse(text));
}

/** The contract of a released event; its refinements are known by the values that satisfied them. */
export function releasedContract({ input, output, witnesses }: ReleasedEvent): Contract {
  const reader = z.fromJSONSchema(readable(input));
  return {
    input,
    output,
    values: witnesses ? fc.constantFrom(...witnesses) : valuesOf(output),
    refusals: (value) => refusalsBy(reader, value),
  };
}

/** Guarantee: releases hold what zod itself emitted, so zod can read it back. */
function readable(schema: JsonSchema): Parameters<typeof z.fromJSONSchema>[0] {
  return schema as Parameters<typeof z.fromJSONSchema>[0];
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
