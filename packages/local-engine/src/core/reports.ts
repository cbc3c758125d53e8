import type { SerializedError } from "./records.ts";

/** An operation that an app reports: a step that ran, failed, or has to be done by the engine. */
export interface Operation {
  id: string;
  op: string;
  name?: string | null;
  displayName?: string | null;
  opts?: Record<string, unknown> | null;
  data?: unknown;
  error?: unknown;
  userland?: { id?: string; index?: number } | null;
  /** What the app noted while the step ran. */
  metadata?: ReportedMetadata[] | null;
}

interface ReportedMetadata {
  kind: string;
  /** `run`, `step` or `extended_trace`. */
  scope: string;
  op: string;
  values: Record<string, unknown>;
}

/** How far a call came that got no answer. */
export type Reach = "lost" | "never" | "nobody";

/**
 * What an answer to a call means. `requestVersion` is the protocol version that the SDK chose. `reach` tells that the
 * connection was lost on the way, that it never came about, or that there is no worker to make one to.
 */
export type Answer = { requestVersion?: number } & (
  | { type: "completed"; output: string }
  | { type: "operations"; operations: Operation[]; retryAfter?: string }
  | {
      type: "failed";
      error: SerializedError;
      retriable: boolean;
      retryAfter?: string;
      reach?: Reach;
    }
);

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
