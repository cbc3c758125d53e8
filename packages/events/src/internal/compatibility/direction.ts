import type { EventIssue } from "../invalid-event-error.ts";
import type { Contract } from "./contract.ts";
import { examplesOf } from "./examples.ts";
import type { Gap } from "./gap.ts";
import { findGap } from "./inclusion.ts";
import { withinTime } from "./time-limit.ts";
import { Unproved } from "./unproved.ts";
import type { ValueSet, ValueSets } from "./value-set.ts";

export type Direction = "backward" | "forward";

/** Proven, disproven by a value, or neither. */
export type Compatible = boolean | "unproved";

/** The smallest value found that one side sends and the other refuses. */
export interface Counterexample {
  direction: Direction;
  value: unknown;
  reasons: EventIssue[];
}

export interface DirectionResult {
  compatible: Compatible;
  counterexample?: Counterexample;
  /** Why nothing was proven, and where. */
  unproved?: string;
}

export interface CompareOptions {
  /** Milliseconds for one direction of one comparison, after which it is unproved; 10,000 unless said otherwise. */
  timeLimit?: number;
}

const MAX_TRIED = 1_500;

/**
 * Whether `reader` takes all that `writer` sends: true by proof, false by a value that shows it, and otherwise
 * unproved, however many values passed.
 */
export function compareDirection(
  direction: Direction,
  writer: Contract,
  reader: Contract,
  { timeLimit = 10_000 }: CompareOptions = {},
): DirectionResult {
  try {
    return withinTime(timeLimit, () => decided(direction, writer, reader));
  } catch (error) {
    if (!Unproved.isInstance(error)) throw error;
    return { compatible: "unproved", unproved: error.message };
  }
}

/** Values that the writer may send and that are likely to show a difference, the writer's limits among them. */
export function likelyRefused(writer: Contract, reader: Contract): unknown[] {
  if (typeof writer.sets === "string" || typeof reader.sets === "string") return [];
  const gap = gapBetween(writer.sets, reader.sets);
  return [...(gap?.values() ?? []), ...examplesOf(writer.sets, writer.sets.writes)];
}

function decided(direction: Direction, writer: Contract, reader: Contract): DirectionResult {
  if (typeof writer.sets === "string") throw new Unproved(writer.sets);
  if (typeof reader.sets === "string") throw new Unproved(reader.sets);
  const gap = gapBetween(writer.sets, reader.sets);
  const values = [...(gap?.values() ?? []), ...examplesOf(writer.sets, writer.sets.writes)];
  const counterexample = smallestRefused(direction, values, writer, reader);
  if (counterexample) return { compatible: false, counterexample };
  if (!gap || isSame(writer.sets, reader.sets)) return { compatible: true };
  return { compatible: "unproved", unproved: gap.path ? `${gap.path}: ${gap.reason}` : gap.reason };
}

function gapBetween(writer: ValueSets, reader: ValueSets): Gap | undefined {
  try {
    return findGap(writer, reader);
  } catch (error) {
    if (!Unproved.isInstance(error)) throw error;
    return { path: "", reason: error.message, values: () => [] };
  }
}

/** Tries what the writer may send on the reader; the smallest value that it refuses. */
export function smallestRefused(
  direction: Direction,
  values: readonly unknown[],
  writer: Contract,
  reader: Contract,
): Counterexample | undefined {
  const texts = new Set(values.slice(0, MAX_TRIED * 4).map((value) => JSON.stringify(value)));
  const bySize = [...texts]
    .filter((text) => text !== undefined)
    .sort((one, other) => one.length - other.length);
  for (const text of bySize.slice(0, MAX_TRIED)) {
    const sent = writer.sent(JSON.parse(text));
    if (!sent) continue;
    const reasons = reader.refusals(sent.value);
    if (reasons.length > 0) return { direction, value: sent.value, reasons };
  }
  return undefined;
}

/** The same contract, all of whose code says by itself what it does: nothing changed. */
function isSame(one: ValueSets, other: ValueSets): boolean {
  const text = textOf(one);
  return text === textOf(other) && !/"outside":\["/.test(text);
}

/** Without the values on both sides of refinements, which are looked for and not a part of the contract. */
function textOf(sets: ValueSets | ValueSet): string {
  return JSON.stringify(sets, (key, value: unknown) =>
    key === "accepted" || key === "refused" || key === "hints" ? undefined : value,
  );
}
