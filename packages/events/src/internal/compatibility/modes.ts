import type * as z from "zod";
import { type Comparison, compareEventSchemas } from "./compare-event-schemas.ts";
import type { CompareOptions } from "./direction.ts";

/** The names that schema registries use; TRANSITIVE looks at the whole history and not at the last version only. */
export type CompatibilityMode =
  | "BACKWARD"
  | "FORWARD"
  | "FULL"
  | "BACKWARD_TRANSITIVE"
  | "FORWARD_TRANSITIVE"
  | "FULL_TRANSITIVE";

export const compatibilityModes: readonly CompatibilityMode[] = [
  "BACKWARD",
  "FORWARD",
  "FULL",
  "BACKWARD_TRANSITIVE",
  "FORWARD_TRANSITIVE",
  "FULL_TRANSITIVE",
];

/** Whether what a mode asks for is proven. */
export function satisfies(
  mode: CompatibilityMode,
  comparison: Pick<Comparison, "backward" | "forward">,
): boolean {
  if (mode.startsWith("BACKWARD")) return comparison.backward === true;
  if (mode.startsWith("FORWARD")) return comparison.forward === true;
  return comparison.backward === true && comparison.forward === true;
}

/** The part of a history, oldest first, that a mode looks at. */
export function inScope<Version>(mode: CompatibilityMode, history: readonly Version[]): readonly Version[] {
  return mode.endsWith("TRANSITIVE") ? history : history.slice(-1);
}

export interface HistoryComparison {
  compatible: boolean;
  /** One for each version that the mode looks at, oldest first. */
  comparisons: Comparison[];
}

/** Compares a new schema with its earlier versions, oldest first, under a registry's compatibility mode. */
export function compareWithHistory(
  mode: CompatibilityMode,
  history: readonly z.ZodType[],
  next: z.ZodType,
  options?: CompareOptions,
): HistoryComparison {
  const comparisons = inScope(mode, history).map((previous) => compareEventSchemas(previous, next, options));
  return { compatible: comparisons.every((comparison) => satisfies(mode, comparison)), comparisons };
}
