import type * as z from "zod";
import type { Change } from "./change.ts";
import { type Contract, contractOf } from "./contract.ts";
import { differences, renamedFields } from "./differences.ts";
import {
  type CompareOptions,
  type Compatible,
  type Counterexample,
  compareDirection,
  type Direction,
} from "./direction.ts";

export interface Comparison {
  /** New readers take old events; `"unproved"` where neither a proof nor a value that breaks was found. */
  backward: Compatible;
  /** Old readers take new events. */
  forward: Compatible;
  /** Both, proven. */
  full: boolean;
  changes: Change[];
  /** The smallest event found that breaks; the backward one where both directions break. */
  counterexample?: Counterexample;
  /** Why a direction is unproved, and where. */
  unproved: Partial<Record<Direction, string>>;
  warnings: string[];
}

/**
 * Compares two versions of an event's schema as readers and writers of each other. Each direction is `true` by a proof
 * over what zod really accepts, `false` by a value that one side sends and the other refuses, or else `"unproved"`.
 */
export function compareEventSchemas(
  previous: z.ZodType,
  next: z.ZodType,
  options?: CompareOptions,
): Comparison {
  return compareContracts(contractOf(previous), contractOf(next), options);
}

export function compareContracts(previous: Contract, next: Contract, options?: CompareOptions): Comparison {
  const backward = compareDirection("backward", previous, next, options);
  const forward = compareDirection("forward", next, previous, options);
  const breaking = { backward: backward.compatible !== true, forward: forward.compatible !== true };
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
    full: backward.compatible === true && forward.compatible === true,
    changes,
    ...(counterexample ? { counterexample } : {}),
    unproved: {
      ...(backward.unproved ? { backward: backward.unproved } : {}),
      ...(forward.unproved ? { forward: forward.unproved } : {}),
    },
    warnings: renamedFields(previous.input, next.input),
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
