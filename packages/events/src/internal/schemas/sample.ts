import fc from "fast-check";
import type * as z from "zod";
import { valuesOf } from "./arbitrary.ts";
import { toJsonSchema } from "./json-schema.ts";

const MAX_REFUSALS_IN_A_ROW = 20_000;

/**
 * Values that the schema accepts as they are: JSON Schema's, minus those that refinements refuse.
 * @throws Error, while values are drawn, when the refinements refuse practically all of them
 */
export function acceptedValues(schema: z.ZodType): fc.Arbitrary<unknown> {
  let refusals = 0;
  return valuesOf(toJsonSchema(schema, "input")).filter((value) => {
    const { success, error } = schema.safeParse(value);
    refusals = success ? 0 : refusals + 1;
    if (refusals <= MAX_REFUSALS_IN_A_ROW) return success;
    const reasons = error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
    throw new Error(
      `No value was found that the schema's refinements accept; the last was refused for ${reasons}`,
    );
  });
}

/** The same values for the same seed, so that a sample can be asked for again. */
export function sampleValues(schema: z.ZodType, options: { count: number; seed: number }): unknown[] {
  return fc.sample(acceptedValues(schema), { numRuns: options.count, seed: options.seed });
}
