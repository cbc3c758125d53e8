import type * as z from "zod";

type Answer = true | false | "unproved";

/** Name, earlier schema, later schema, whether later readers take earlier events, and whether earlier ones take later events. */
export type SchemaPair = [string, z.ZodType, z.ZodType, Answer, Answer];
