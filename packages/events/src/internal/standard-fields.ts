import * as z from "zod";
import type { Fields } from "./event.ts";
import { refuseOtherZod } from "./zod-range.ts";

// Every contract has these fields, and this is read before any contract is.
refuseOtherZod(z.string());

/** UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const timestamp = z.iso.datetime({ precision: 3 });

/** What every event's data carries besides its own fields. */
const standardFields = {
  /** When it happened; `ts` may lie in the future to delay a run, this does not. */
  occurredAt: timestamp,
  /** The id of the event that began the whole cascade. */
  correlationId: z.string().min(1).max(256).optional(),
  /** The id of the event that directly caused this one. */
  causationId: z.string().min(1).max(256).optional(),
};

export type StandardFields = typeof standardFields;

/** Picks the standard fields out of an event's data. */
export const standardData = z.object(standardFields);

/** An event's own fields and the standard ones. */
type DataShape<Shape extends z.ZodRawShape> = Omit<Shape, keyof StandardFields> & StandardFields;

/** What a schema of these fields and the standard ones gives. */
export type DataOf<Shape extends z.ZodRawShape> = z.output<z.ZodObject<DataShape<Shape>>>;

/** Schema of a whole event's data. What it gives is said, not inferred, so that it keeps the words above each field. */
export interface DataSchema<Shape extends z.ZodRawShape, Data extends Fields = DataOf<Shape>>
  // biome-ignore lint/complexity/noBannedTypes: fields that add nothing to what the configuration says.
  extends z.ZodObject<{}, { in: Data; out: Data }> {
  readonly shape: DataShape<Shape>;
}

/** Adds the standard fields; rules that span several fields of `data` stay in force. */
export function withStandardFields<Shape extends z.ZodRawShape>(data: z.ZodObject<Shape>): DataSchema<Shape> {
  return extended<Shape>(ofAnyShape(data).safeExtend(standardFields));
}

/** Guarantee: every object schema is one of some shape; the compiler cannot see it for a generic one. */
function ofAnyShape(schema: z.ZodObject<z.ZodRawShape>): z.ZodObject<Record<string, z.ZodType>> {
  return schema as z.ZodObject<Record<string, z.ZodType>>;
}

/** Guarantee: the schema is `Shape` extended by the standard fields. */
function extended<Shape extends z.ZodRawShape>(schema: z.ZodObject): DataSchema<Shape> {
  return schema as unknown as DataSchema<Shape>;
}
