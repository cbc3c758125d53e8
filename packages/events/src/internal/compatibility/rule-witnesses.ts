import { accepts, isRecord } from "./accepts.ts";
import { valuesNear } from "./examples.ts";
import type { Rule, ValueSet, ValueSets } from "./value-set.ts";

const KEPT = 10;

/** The sets with values on both sides of each of their rules, for a process that does not have the code. */
export function withWitnesses(sets: ValueSets, known: readonly unknown[]): ValueSets {
  const seen = new Map<ValueSet, ValueSet>();
  const map = (set: ValueSet): ValueSet => {
    const done = seen.get(set);
    if (done) return done;
    const mapped = mappedSet(set, map);
    const result: ValueSet =
      mapped.kind === "ruled" ? { ...mapped, rule: witnessed(sets, set, known) } : mapped;
    seen.set(set, result);
    return result;
  };
  const definitions = Object.entries(sets.definitions).map(([name, set]) => [name, map(set)]);
  return { takes: map(sets.takes), writes: map(sets.writes), definitions: Object.fromEntries(definitions) };
}

function mappedSet(set: ValueSet, map: (set: ValueSet) => ValueSet): ValueSet {
  switch (set.kind) {
    case "trimmed":
    case "ruled":
      return { ...set, inner: map(set.inner) };
    case "union":
    case "both":
      return { ...set, of: set.of.map(map) };
    case "unknown":
      return { ...set, least: map(set.least), most: map(set.most) };
    case "list":
      return { ...set, first: set.first.map(map), rest: map(set.rest) };
    case "object": {
      const fields = Object.entries(set.fields).map(([key, field]) => [
        key,
        { ...field, set: map(field.set) },
      ]);
      return {
        ...set,
        fields: Object.fromEntries(fields),
        rest: map(set.rest),
        ...(set.names ? { names: map(set.names) } : {}),
      };
    }
    default:
      return set;
  }
}

function witnessed(sets: ValueSets, set: ValueSet, known: readonly unknown[]): Rule {
  if (set.kind !== "ruled" || !set.rule.test) throw new Error("only a live rule has values on both sides");
  const { rule, inner } = set;
  const { accepted, refused } = sidesOf(sets, rule, inner, known);
  const { test: _, ...remembered } = rule;
  return { ...remembered, accepted, refused };
}

/** Values of a set on both sides of a rule, next to its boundary where the search found one. */
export function sidesOf(
  sets: ValueSets,
  rule: Rule,
  inner: ValueSet,
  known: readonly unknown[] = [],
): Pick<Rule, "accepted" | "refused"> {
  const { test } = rule;
  if (!test) return rule;
  const values = distinct([
    ...known.filter((value) => accepts(sets, inner, value)),
    ...valuesNear(sets, rule, inner),
  ]).slice(0, 400);
  const accepted = values.filter(test);
  const refused = values.filter((value) => !test(value));
  const near = accepted
    .slice(0, 5)
    .flatMap((one) => refused.slice(0, 5).map((other) => boundary(test, one, other)));
  const found = distinct(near.flat().filter((value) => accepts(sets, inner, value)));
  return {
    accepted: spread([...found.filter(test), ...accepted]),
    refused: spread([...found.filter((value) => !test(value)), ...refused]),
  };
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Some of the first, which lie at boundaries, and the smallest of the others. */
function spread(values: readonly unknown[]): unknown[] {
  const others = values
    .slice(KEPT / 2)
    .sort((one, other) => JSON.stringify(one).length - JSON.stringify(other).length);
  return distinct([...values.slice(0, KEPT / 2), ...others]).slice(0, KEPT);
}

/** Two values next to each other, on both sides, between two that lie on both sides. */
function boundary(test: (value: unknown) => boolean, accepted: unknown, refused: unknown): unknown[] {
  if (typeof accepted === "number" && typeof refused === "number")
    return numberBoundary(test, accepted, refused);
  if (typeof accepted === "string" && typeof refused === "string")
    return lengthBoundary(test, accepted, refused);
  if (!isRecord(accepted) || !isRecord(refused)) return [];
  const keys = Object.keys({ ...accepted, ...refused }).filter(
    (key) => JSON.stringify(accepted[key]) !== JSON.stringify(refused[key]),
  );
  const [key, ...others] = keys;
  if (key === undefined || others.length > 0) return [];
  const values = boundary((value) => test({ ...accepted, [key]: value }), accepted[key], refused[key]);
  return values.map((value) => ({ ...accepted, [key]: value }));
}

function numberBoundary(test: (value: unknown) => boolean, accepted: number, refused: number): number[] {
  const step = Number.isInteger(accepted) && Number.isInteger(refused) ? 1 : 0.001;
  let [yes, no] = [accepted, refused];
  for (let round = 0; round < 64 && Math.abs(yes - no) > step; round++) {
    const middle = step === 1 ? Math.trunc((yes + no) / 2) : (yes + no) / 2;
    if (middle === yes || middle === no) break;
    if (test(middle)) yes = middle;
    else no = middle;
  }
  return [yes, no];
}

function lengthBoundary(test: (value: unknown) => boolean, accepted: string, refused: string): string[] {
  const [long, isAccepted] = accepted.length > refused.length ? [accepted, true] : [refused, false];
  const lengths = Array.from({ length: Math.min(long.length, 60) }, (_, index) =>
    long.slice(0, long.length - index),
  );
  const other = lengths.findIndex((text) => test(text) !== isAccepted);
  return lengths.slice(Math.max(0, other - 1), other + 1);
}
