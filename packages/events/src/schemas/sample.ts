import fc from "fast-check";
import type * as z from "zod";
import { valuesOf } from "./arbitrary.ts";
import { toJsonSchema } from "./json-schema.ts";

/** Values that the schema accepts as they are: JSON Schema's, minus those that refinements refuse. */
export function acceptedValues(schema: z.ZodType): fc.Arbitrary<unknown> {
  return valuesOf(toJsonSchema(schema, "input")).filter((value) => schema.safeParse(value).success);
}

/** The same values for the same seed, so that a sample can be asked for again. */
export function sampleValues(schema: z.ZodType, options: { count: number; seed: number }): unknown[] {
  return fc.sample(acceptedValues(schema), { numRuns: options.count, seed: options.seed });
}
