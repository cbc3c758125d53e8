import { z } from "zod";
import type { SerializedError } from "../core/records.ts";

/** An operation that the SDK reports: a step that ran, failed, or has to be done by the engine. */
export const operationSchema = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  userland: z.object({ id: z.string().optional(), index: z.number().optional() }).nullish(),
});

export type Operation = z.infer<typeof operationSchema>;

/** The id under which the SDK reports the function's own result: SHA-1 of "complete". */
export const runCompleteId = "0737c22d3bfae812339732d14d8c7dbd6dc4e09c";

/** Brings whatever was thrown into the SDK's form for errors. */
export function toSerializedError(value: unknown, fallback = "Unknown error"): SerializedError {
  if (typeof value === "string" && value !== "") return { name: "Error", message: value };
  if (typeof value !== "object" || value === null) return { name: "Error", message: fallback };
  const fields: Record<string, unknown> = { ...value };
  const message = fields.message ?? fields.error;
  return {
    ...fields,
    name: typeof fields.name === "string" ? fields.name : "Error",
    message: typeof message === "string" && message !== "" ? message : fallback,
    stack: typeof fields.stack === "string" ? fields.stack : undefined,
  };
}
