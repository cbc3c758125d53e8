import type * as z from "zod";
import type { Change } from "./change.ts";
import { type Contract, contractOf } from "./contract.ts";
import { differences, renamedFields } from "./differences.ts";
import { type Counterexample, compareDirection, type Direction, type FuzzOptions } from "./direction.ts";

export interface Comparison {
  /** New readers take old events. */
  backward: boolean;
  /** Old readers take new events. */
  forward: boolean;
  full: boolean;
  changes: Change[];
  /** The smallest event found that breaks; the backward one where both directions break. */
  counterexample?: Counterexample;
  warnings: string[];
}

/**
 * Compares two versions of an event's schema as readers and writers of each other: a static proof over their
 * JSON Schemas, and values of each tried on the other's real parser, so that refinements count.
 */
export function compareEventSchemas(previous: z.ZodType, next: z.ZodType, options?: FuzzOptions): Comparison {
  return compareContracts(contractOf(previous), contractOf(next), options);
}

export function compareContracts(previous: Contract, next: Contract, options?: FuzzOptions): Comparison {
  const backward = compareDirection("backward", previous, next, options);
  const forward = compareDirection("forward", next, previous, options);
  const breaking = { backward: !backward.compatible, forward: !forward.compatible };
  const changes = differences(previous.input, next.input).map((change) => narrowed(change, breaking));
  for (const { counterexample } of [backward, forward]) {
    if (counterexample && !changes.some((change) => explains(change, counterexample.direction))) {
      changes.push(...refinements(counterexample));
    }
  }
  const counterexample = backward.counterexample ?? forward.counterexample;
  return {
    backward: backward.compatible,
    forward: forward.compatible,
    full: backward.compatible && forward.compatible,
    changes,
    ...(counterexample ? { counterexample } : {}),
    warnings: [backward.warning, forward.warning, ...renamedFields(previous.input, next.input)].filter(
      (warning) => warning !== undefined,
    ),
  };
}

/** A rule names what a change may break; a direction that holds as a whole is broken by none of them. */
function narrowed(change: Change, breaking: Record<Direction, boolean>): Change {
  const backward = breaking.backward && explains(change, "backward");
  const forward = breaking.forward && explains(change, "forward");
  const direction = backward ? (forward ? "both" : "backward") : forward ? "forward" : "none";
  return { ...change, direction };
}

function explains({ direction }: Change, broken: Direction): boolean {
  return direction === broken || direction === "both";
}

/** JSON Schema cannot show a refinement; the parser's own words say which one refused the value. */
function refinements({ direction, reasons }: Counterexample): Change[] {
  const rule = direction === "backward" ? "refinement-added" : "refinement-removed";
  return reasons.map(({ path, reason }) => ({ path, rule, direction, message: reason }));
}
