import type * as z from "zod";
import type { Fields } from "./event.ts";
import { withStandardFields } from "./standard-fields.ts";

/** A version that may still be in flight or stored, and how its data becomes the next version's. */
export interface PreviousVersion<NextData = Fields> {
  readonly version: string;
  /** The whole data of that version, standard fields included. */
  readonly schema: z.ZodObject;
  /** The last day on which events of this version may be sent, `YYYY-MM-DD`. */
  readonly sunset?: string;
  readonly previous?: PreviousVersion;
  /** Takes data that `schema` accepted; the caller carries the standard fields over. */
  upcast(data: Fields): NextData;
}

export interface PreviousVersionOptions<Shape extends z.ZodRawShape, NextData> {
  version: string;
  data: z.ZodObject<Shape>;
  sunset?: string;
  previous?: PreviousVersion<z.input<z.ZodObject<Shape>>>;
  upcast(data: z.output<z.ZodObject<Shape>>): NextData;
}

/**
 * Keeps an earlier version of an event readable. `upcast` turns its data into the next version's; the
 * standard fields (`occurredAt`, `correlationId`, `causationId`) are carried over without its help.
 */
export function previousVersion<Shape extends z.ZodRawShape, const NextData>(
  options: PreviousVersionOptions<Shape, NextData>,
): PreviousVersion<NextData> {
  return {
    version: options.version,
    schema: withStandardFields(options.data),
    sunset: options.sunset,
    previous: options.previous,
    upcast: (data) => options.upcast(acceptedBy<Shape>(data)),
  };
}

/** Guarantee: called only with data that the schema of this shape has just parsed. */
function acceptedBy<Shape extends z.ZodRawShape>(data: Fields): z.output<z.ZodObject<Shape>> {
  return data as z.output<z.ZodObject<Shape>>;
}
