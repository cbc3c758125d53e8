import * as z from "zod";
import { type EventIssue, toEventIssues } from "../invalid-event-error.ts";
import type { JsonSchema, Side } from "../schemas/json-schema.ts";
import { accepts } from "./accepts.ts";
import { readSchema } from "./read-schema.ts";
import { Unproved } from "./unproved.ts";
import type { ValueSets } from "./value-set.ts";

/** A schema as a writer and as a reader; either a live zod schema or one remembered from a release. */
export interface Contract {
  /** What readers take, for words about what changed. */
  input: JsonSchema;
  /** What is compared; or else why it cannot be. */
  sets: ValueSets | string;
  /** The value as a writer sends it, when it is one that this contract surely lets a writer send. */
  sent(value: unknown): { value: unknown } | undefined;
  /** Why a reader of this contract refuses a value; empty when it takes it, or when that is not known. */
  refusals(value: unknown): EventIssue[];
}

export function contractOf(schema: z.ZodType): Contract {
  return {
    input: describedAs(schema, "input"),
    sets: setsOf(schema),
    sent(value) {
      const result = schema.safeParse(value);
      return result.success ? asJson(result.data) : undefined;
    },
    refusals: (value) => refusalsBy(schema, value),
  };
}

/** The contract of a release: what it takes and refuses follows from its sets alone. */
export function rememberedContract(input: JsonSchema, sets: ValueSets | undefined): Contract {
  if (!sets) {
    const reason =
      "the release does not hold what is compared; write it again from its sources with org-events release --replace";
    return { input, sets: reason, sent: () => undefined, refusals: () => [] };
  }
  return {
    input,
    sets,
    sent: (value) => (accepts(sets, sets.writes, value) ? { value } : undefined),
    refusals: (value) => (accepts(sets, sets.takes, value) === false ? refusalOf(input, value) : []),
  };
}

export function setsOf(schema: z.ZodType): ValueSets | string {
  try {
    return readSchema(schema);
  } catch (error) {
    if (Unproved.isInstance(error)) return error.message;
    throw error;
  }
}

/** As it arrives: what JSON makes of it. */
function asJson(value: unknown): { value: unknown } | undefined {
  try {
    const text = JSON.stringify(value);
    return text === undefined ? undefined : { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** JSON Schema of a schema, with nothing in place of what it cannot say; for words only. */
export function describedAs(schema: z.ZodType, io: Side): JsonSchema {
  // zod writes what is shared as often as it is used, which may never end.
  if (typeof setsOf(schema) === "string") return {};
  try {
    return asJsonSchema(z.toJSONSchema(schema, { io, unrepresentable: "any" }));
  } catch {
    return {};
  }
}

/** Guarantee: zod emits plain JSON Schema of the subset that {@link JsonSchema} lists. */
function asJsonSchema(schema: unknown): JsonSchema {
  return schema as JsonSchema;
}

/** In zod's words where its reading of the JSON Schema refuses the value too. */
function refusalOf(input: JsonSchema, value: unknown): EventIssue[] {
  try {
    const issues = refusalsBy(z.fromJSONSchema(readable(input)), value);
    if (issues.length > 0) return issues;
  } catch {
    // A schema that refers to itself cannot always be read back.
  }
  return [{ path: "", reason: "a refinement of the release refuses it" }];
}

/** Guarantee: releases hold what zod itself emitted, so zod can read it back. */
function readable(schema: JsonSchema): Parameters<typeof z.fromJSONSchema>[0] {
  return schema as Parameters<typeof z.fromJSONSchema>[0];
}

function refusalsBy(schema: z.ZodType, value: unknown): EventIssue[] {
  const result = schema.safeParse(value);
  return result.success ? [] : toEventIssues(result.error.issues);
}
