import fc from "fast-check";
import type { EventIssue } from "../invalid-event-error.ts";
import type { JsonSchema } from "../schemas/json-schema.ts";
import type { Contract } from "./contract.ts";
import { isProvenSubset, mapSubschemas } from "./static-proof.ts";

export type Direction = "backward" | "forward";

/** The smallest value found that one side sends and the other refuses. */
export interface Counterexample {
  direction: Direction;
  value: unknown;
  reasons: EventIssue[];
}

export interface DirectionResult {
  compatible: boolean;
  counterexample?: Counterexample;
  warning?: string;
}

const DEFAULT_RUNS = 400;

export interface FuzzOptions {
  /** How many values are tried; 400 unless said otherwise. */
  runs?: number;
  seed?: number;
}

/**
 * Whether `reader` takes all that `writer` sends. A counterexample decides; without one the static proof does;
 * where only patterns and formats stand between the two and a proof, the values that were tried decide.
 */
export function compareDirection(
  direction: Direction,
  writer: Contract,
  reader: Contract,
  options: FuzzOptions = {},
): DirectionResult {
  const { runs = DEFAULT_RUNS } = options;
  const counterexample = findCounterexample(direction, writer, reader, options);
  if (counterexample) return { compatible: false, counterexample };
  if (sameSchema(writer.output, reader.output) || isProvenSubset(writer.output, reader.input)) {
    return { compatible: true };
  }
  if (isProvenSubset(withoutPatterns(writer.output), withoutPatterns(reader.input))) {
    const warning = `${direction}: a pattern or format differs; ${runs} values passed, which is no proof`;
    return { compatible: true, warning };
  }
  const warning = `${direction}: not proven compatible, although ${runs} values passed; counted as a break`;
  return { compatible: false, warning };
}

/** Tries what the writer sends on the reader; the smallest value that it refuses. */
export function findCounterexample(
  direction: Direction,
  writer: Contract,
  reader: Contract,
  { runs = DEFAULT_RUNS, seed = 1 }: FuzzOptions = {},
): Counterexample | undefined {
  const accepted = fc.property(writer.values, (value) => reader.refusals(value).length === 0);
  const details = fc.check(accepted, { numRuns: runs, seed });
  if (!details.counterexample) return undefined;
  const [value] = details.counterexample;
  return { direction, value, reasons: reader.refusals(value) };
}

/** A contract reads what it writes, so nothing is left to prove where both write the same. */
function sameSchema(one: JsonSchema, other: JsonSchema): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withoutPatterns(schema: JsonSchema): JsonSchema {
  const { pattern: _, format: __, ...rest } = mapSubschemas(schema, withoutPatterns);
  return rest;
}
