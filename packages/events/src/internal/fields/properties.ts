import * as z from "zod";

export const scalar = z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]);

/** Flat values under names of the sender's choice. */
export const properties = z.record(z.string().min(1).max(100), scalar);
