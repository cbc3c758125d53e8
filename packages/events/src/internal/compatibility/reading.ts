import type * as z from "zod";
import type { Field, Side, ValueSet } from "./value-set.ts";

/** Reads a zod schema as sets of values. */
export interface Reading {
  side: Side;
  set(schema: z.core.$ZodType, path: string): ValueSet;
  field(schema: z.core.$ZodType, path: string): Field;
}
