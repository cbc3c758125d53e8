import * as z from "zod";

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

/** Schema of a whole event's data: the event's own fields and the standard ones. */
export type DataSchema<Shape extends z.ZodRawShape> = z.ZodObject<
  Omit<Shape, keyof StandardFields> & StandardFields
>;

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
