import * as z from "zod";
import type { Operation } from "../core/reports.ts";

const metadataSchema = z.object({
  kind: z.string(),
  scope: z.string(),
  op: z.string(),
  values: z.record(z.string(), z.unknown()),
});

/** An operation as the SDK writes it. */
export const operationSchema: z.ZodType<Operation> = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  userland: z.object({ id: z.string().optional(), index: z.number().optional() }).nullish(),
  metadata: z.array(metadataSchema).nullish(),
});
