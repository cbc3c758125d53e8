import type { Rule, ValueSet, ValueSets } from "./value-set.ts";

/** Why one set was not proven to lie within another, and values that are likely to lie outside. */
export interface Gap {
  path: string;
  reason: string;
  values: () => unknown[];
}

export interface Comparing {
  writer: ValueSets;
  reader: ValueSets;
  /** What the value at hand is known to obey, because the writer's sets say so on the way to it. */
  rules: readonly Rule[];
  /** Proves that one set lies within another: undefined, or else what stands in the way. */
  outside(part: ValueSet, whole: ValueSet, path: string, rules?: readonly Rule[]): Gap | undefined;
}
