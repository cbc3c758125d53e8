import { accepts } from "./accepts.ts";
import { examplesOf } from "./examples.ts";
import type { Comparing, Gap } from "./gap.ts";
import { ruleBroken, ruledOutside } from "./inclusion-rules.ts";
import { listsOutside, objectsOutside } from "./inclusion-structures.ts";
import { numbersOutside, textsOutside } from "./inclusion-values.ts";
import { Unproved } from "./unproved.ts";
import { definitionOf, type ObjectSet, trimmedText, type ValueSet, type ValueSets } from "./value-set.ts";

/** Pairs of sets that one proof looks at, beyond which it is given up. */
const MAX_PAIRS = 60_000;

/**
 * Proves that all that the writer sends is what the reader takes. Every answer "undefined" is a proof; a gap is none
 * of the contrary, before one of its values was tried.
 */
export function findGap(writer: ValueSets, reader: ValueSets): Gap | undefined {
  let assumed = new Set<string>();
  const numbers = new WeakMap<object, number>();
  let pairs = 0;
  let named = 0;
  const numberOf = (set: ValueSet) => {
    const known = numbers.get(set) ?? ++named;
    numbers.set(set, known);
    return known;
  };
  const outside: Comparing["outside"] = (part, whole, path, rules = []) => {
    if (++pairs > MAX_PAIRS)
      throw new Unproved(`the schemas are too large to compare, at ${path || "their beginning"}`);
    if (part.kind === "reference" || whole.kind === "reference") {
      const pair = [numberOf(part), numberOf(whole), ...rules.map(({ code }) => code)].join(" ");
      if (assumed.has(pair)) return undefined;
      const before = new Set(assumed);
      assumed.add(pair);
      const gap = outside(
        part.kind === "reference" ? definitionOf(writer, part.to) : part,
        whole.kind === "reference" ? definitionOf(reader, whole.to) : whole,
        path,
        rules,
      );
      // What was proven on the assumption falls with it.
      if (gap) assumed = before;
      return gap;
    }
    return compare(part, whole, path, { writer, reader, rules, outside });
  };
  return outside(writer.writes, reader.takes, "");
}

function compare(part: ValueSet, whole: ValueSet, path: string, comparing: Comparing): Gap | undefined {
  const { writer, reader, rules, outside } = comparing;
  if (whole.kind === "any" || part.kind === "nothing") return undefined;
  if (part.kind === "literal" && accepts(reader, whole, part.value) !== undefined) {
    return literalOutside(part.value, whole, path, comparing);
  }
  if (part.kind === "ruled") return ruledOutside(part, whole, path, comparing);
  if (part.kind === "union" && whole.kind !== "both")
    return first(part.of, (one) => outside(one, whole, path, rules));
  if (part.kind === "unknown") {
    const gap = outside(part.most, whole, path, rules);
    return gap && { ...gap, reason: gap.path === path ? part.reason : gap.reason };
  }
  if (whole.kind === "both") return first(whole.of, (one) => outside(part, one, path, rules));
  if (whole.kind === "ruled") return ruleBroken(part, whole, path, comparing);
  if (whole.kind === "union") return unionOutside(part, whole.of, path, comparing);
  if (whole.kind === "unknown") {
    const gap = outside(part, whole.least, path, rules);
    return gap && { ...gap, reason: gap.path === path ? whole.reason : gap.reason };
  }
  if (part.kind === "both") {
    const known = [...rules, ...part.of.flatMap((one) => (one.kind === "ruled" ? [one.rule] : []))];
    return anyWithin(part.of, (one) => outside(one, whole, path, known), part, path, comparing);
  }
  if (part.kind === "literal") return literalOutside(part.value, whole, path, comparing);
  if (part.kind === "number" && whole.kind === "number") return numbersOutside(part, whole, path);
  if (part.kind === "text" && whole.kind === "text") return textsOutside(part, whole, path);
  if (part.kind === "text" && whole.kind === "trimmed")
    return trimmedOutside(part, whole.inner, path, comparing);
  if (part.kind === "list" && whole.kind === "list") return listsOutside(part, whole, path, comparing);
  if (part.kind === "object" && whole.kind === "object") return objectsOutside(part, whole, path, comparing);
  return {
    path,
    reason: `${nameOf(part)} is not always ${nameOf(whole)}`,
    values: () => examplesOf(writer, part),
  };
}

function unionOutside(
  part: ValueSet,
  of: readonly ValueSet[],
  path: string,
  comparing: Comparing,
): Gap | undefined {
  const { writer, rules, outside } = comparing;
  if (part.kind === "literal")
    return literalOutside(part.value, { kind: "union", of: [...of] }, path, comparing);
  const gaps: Gap[] = [];
  for (const one of of) {
    const gap = outside(part, one, path, rules);
    if (!gap) return undefined;
    gaps.push(gap);
  }
  const split = part.kind === "object" ? splitByField(part, writer) : undefined;
  if (split) return first(split, (one) => outside(one, { kind: "union", of: [...of] }, path, rules));
  const closest = gaps.reduce((one, other) => (other.path.length > one.path.length ? other : one));
  return {
    path: closest.path,
    reason: `it was not shown to be one of ${of.length} alternatives${closest.path === path ? "" : `: ${closest.reason}`}`,
    values: () => gaps.flatMap((gap) => gap.values()).concat(examplesOf(writer, part)),
  };
}

/** An object for each value of its first field that has only a few. */
function splitByField(part: ObjectSet, writer: ValueSets): ValueSet[] | undefined {
  for (const [key, field] of Object.entries(part.fields)) {
    const set = field.set.kind === "reference" ? definitionOf(writer, field.set.to) : field.set;
    if (field.optional || set.kind !== "union" || set.of.length > 50) continue;
    if (set.of.some(({ kind }) => kind !== "literal")) continue;
    return set.of.map((one) => ({
      ...part,
      fields: { ...part.fields, [key]: { set: one, optional: false } },
    }));
  }
  return undefined;
}

function literalOutside(
  value: unknown,
  whole: ValueSet,
  path: string,
  { reader }: Comparing,
): Gap | undefined {
  const answer = accepts(reader, whole, value);
  if (answer) return undefined;
  return {
    path,
    reason: answer === false ? `${JSON.stringify(value)} is refused` : "a refinement decides",
    values: () => [value],
  };
}

function trimmedOutside(
  part: Extract<ValueSet, { kind: "text" }>,
  inner: ValueSet,
  path: string,
  { writer, rules, outside }: Comparing,
): Gap | undefined {
  const isTrimmed = !textsOutside(part, { kind: "text", patterns: [trimmedText] }, path);
  const onlyShortens = inner.kind === "text" && !inner.min && !inner.patterns && !inner.formats;
  const gap = outside(part, inner, path, rules);
  if (isTrimmed || onlyShortens) return gap;
  const padded = () =>
    examplesOf(writer, part).flatMap((text) => [text, ` ${String(text)}`, String(text).replace(/./gs, " ")]);
  return {
    path,
    reason: "texts are trimmed first, which is not compared",
    values: () => [...(gap?.values() ?? []), ...padded()],
  };
}

function anyWithin(
  of: readonly ValueSet[],
  check: (one: ValueSet) => Gap | undefined,
  part: ValueSet,
  path: string,
  { writer }: Comparing,
): Gap | undefined {
  const gaps: Gap[] = [];
  for (const one of of) {
    const gap = check(one);
    if (!gap) return undefined;
    gaps.push(gap);
  }
  const [gap] = gaps;
  return {
    path: gap?.path ?? path,
    reason: gap?.reason ?? "",
    values: () => [...gaps.flatMap((one) => one.values()), ...examplesOf(writer, part)],
  };
}

function first(sets: readonly ValueSet[], check: (one: ValueSet) => Gap | undefined): Gap | undefined {
  const gaps = sets.map(check).filter((gap) => gap !== undefined);
  const [gap] = gaps;
  return gap && { ...gap, values: () => gaps.flatMap((one) => one.values()) };
}

function nameOf(set: ValueSet): string {
  const names: Partial<Record<ValueSet["kind"], string>> = {
    any: "any value",
    number: "a number",
    text: "a text",
    trimmed: "a text",
    list: "a list",
    object: "an object",
  };
  if (set.kind === "literal") return JSON.stringify(set.value);
  return names[set.kind] ?? "nothing";
}
