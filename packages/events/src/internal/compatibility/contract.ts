import type fc from "fast-check";
import type * as z from "zod";
import { type EventIssue, toEventIssues } from "../invalid-event-error.ts";
import { type JsonSchema, toJsonSchema } from "../schemas/json-schema.ts";
import { acceptedValues } from "../schemas/sample.ts";

/** A schema as a writer and as a reader; either a live zod schema or one remembered from a release. */
export interface Contract {
  /** What readers take. */
  input: JsonSchema;
  /** What writers send. */
  output: JsonSchema;
  /** Values that a writer of this contract may send. */
  values: fc.Arbitrary<unknown>;
  /** Why a reader of this contract refuses a value; empty when it takes it. */
  refusals(value: unknown): EventIssue[];
}

export function contractOf(schema: z.ZodType): Contract {
  return {
    input: toJsonSchema(schema, "input"),
    output: toJsonSchema(schema, "output"),
    values: acceptedValues(schema).map((value) => schema.parse(value)),
    refusals: (value) => refusalsBy(schema, value),
  };
}

export function refusalsBy(schema: z.ZodType, value: unknown): EventIssue[] {
  const result = schema.safeParse(value);
  return result.success ? [] : toEventIssues(result.error.issues);
}
