import { accepts, isRecord } from "./accepts.ts";
import { around, numbersNear } from "./example-numbers.ts";
import { exampleTexts } from "./example-texts.ts";
import {
  definitionOf,
  type ListSet,
  type ObjectSet,
  type Rule,
  type ValueSet,
  type ValueSets,
} from "./value-set.ts";

type Definitions = Pick<ValueSets, "definitions">;

/** How deep examples of sets within themselves go. */
const MAX_DEPTH = 12;
const MAX_EXAMPLES = 24;

/** A few values of a set, its limits among them, constructed rather than drawn; the smallest come first. */
export function examplesOf(sets: Definitions, set: ValueSet, depth = 0): unknown[] {
  if (depth > MAX_DEPTH) return [];
  switch (set.kind) {
    case "any":
      return ["", 0, null, true, [], {}, "a", 1.5, -1];
    case "nothing":
      return [];
    case "literal":
      return [set.value];
    case "number":
      return numbersNear(set, []);
    case "text":
      return exampleTexts(set).slice(0, MAX_EXAMPLES);
    case "trimmed":
      return examplesOf(sets, set.inner, depth).flatMap((text) => [text, ` ${String(text)} `]);
    case "list":
      return lists(sets, set, depth);
    case "object":
      return objects(sets, set, depth);
    case "union":
      return alternating(set.of.map((one) => examplesOf(sets, one, depth + 1)));
    case "both":
      return intersecting(sets, set.of, depth);
    case "ruled":
      return obeying(sets, set.rule, set.inner, depth);
    case "unknown":
      return [...examplesOf(sets, set.least, depth), ...examplesOf(sets, set.most, depth)].slice(
        0,
        MAX_EXAMPLES,
      );
    case "reference":
      return examplesOf(sets, definitionOf(sets, set.to), depth + 2);
  }
}

function obeying(sets: Definitions, rule: Rule, inner: ValueSet, depth: number): unknown[] {
  const all = [...rule.accepted, ...valuesNear(sets, rule, inner, depth)];
  return all
    .filter((value) => (rule.test ? rule.test(value) : rule.accepted.includes(value)))
    .slice(0, MAX_EXAMPLES);
}

/** Values of a set near where a rule's code says that its boundaries are. */
export function valuesNear(sets: Definitions, { hints }: Rule, inner: ValueSet, depth = 0): unknown[] {
  const plain = examplesOf(sets, inner, depth);
  const numbers = hints.flatMap((hint) => (typeof hint === "number" ? around(hint) : []));
  const words = hints.flatMap((hint) =>
    typeof hint === "string" ? [hint, `${hint}a`, hint.slice(0, -1)] : [],
  );
  const long = hints.flatMap((hint) =>
    typeof hint === "number" && hint >= 0 && hint < 5_000 ? ["a".repeat(hint), "a".repeat(hint + 1)] : [],
  );
  const hinted = [...numbers, ...words, ...long].filter((value) => accepts(sets, inner, value));
  return [
    ...hinted,
    ...plain,
    ...plain.slice(0, 6).flatMap((value) => variants(sets, inner, value, [...numbers, ...words])),
  ];
}

/** One object with one field at a time changed to another value that it may have. */
function variants(sets: Definitions, set: ValueSet, value: unknown, hinted: readonly unknown[]): unknown[] {
  const inner = set.kind === "ruled" ? set.inner : set;
  if (inner.kind === "reference") return variants(sets, definitionOf(sets, inner.to), value, hinted);
  if (inner.kind === "union")
    return inner.of.flatMap((one) => (accepts(sets, one, value) ? variants(sets, one, value, hinted) : []));
  if (inner.kind !== "object" || !isRecord(value)) return [];
  return Object.entries(inner.fields).flatMap(([key, { set: field, optional }]) => {
    const others = examplesOf(sets, field, 4).slice(0, 8);
    const given = [...others, ...hinted.filter((hint) => accepts(sets, field, hint))].map((other) => ({
      ...value,
      [key]: other,
    }));
    const { [key]: _, ...without } = value;
    return optional ? [...given, without] : given;
  });
}

function lists(sets: Definitions, set: ListSet, depth: number): unknown[][] {
  const { first, required, rest, min = 0, max = Number.POSITIVE_INFINITY } = set;
  const fixed = first.map((one) => examplesOf(sets, one, depth + 1));
  const more = examplesOf(sets, rest, depth + 1);
  const item = (index: number, choice: number): unknown[] => {
    const options = fixed[index] ?? more;
    return options.length > 0 ? [options[choice % options.length]] : [];
  };
  const ofLength = (length: number, choice: number) =>
    Array.from({ length }, (_, index) => item(index, choice)).flat();
  const shortest = Math.max(min, required);
  const longest = more.length > 0 ? max : Math.min(max, first.length);
  const lengths = [
    shortest,
    shortest + 1,
    shortest + 2,
    first.length,
    ...(longest <= 300 ? [longest] : []),
  ].filter((length) => length >= shortest && length <= longest);
  const all = [...new Set(lengths)].flatMap((length) => [ofLength(length, 0), ofLength(length, 1)]);
  const items =
    shortest <= 1 && longest >= 1
      ? (fixed[0] ?? more).map((value) => [value, ...ofLength(1, 0).slice(1)])
      : [];
  return [...all, ...items]
    .filter((list) => list.length >= shortest && list.length <= longest)
    .slice(0, MAX_EXAMPLES);
}

function objects(
  sets: Definitions,
  { fields, names, rest }: ObjectSet,
  depth: number,
): Record<string, unknown>[] {
  const options = Object.entries(fields).map(([key, { set, optional }]) => ({
    key,
    optional,
    values: examplesOf(sets, set, depth + 1),
  }));
  if (options.some(({ optional, values }) => !optional && values.length === 0)) return [];
  const smallest = Object.fromEntries(
    options.filter(({ optional }) => !optional).map(({ key, values }) => [key, values[0]]),
  );
  const fullest = Object.fromEntries(
    options.filter(({ values }) => values.length > 0).map(({ key, values }) => [key, values[0]]),
  );
  const varied =
    depth > 4
      ? []
      : options.flatMap(({ key, values }) =>
          values.slice(1, 6).map((value) => ({ ...smallest, [key]: value })),
        );
  const keys = names ? examplesOf(sets, names, depth + 1) : ["extra"];
  const further = keys.slice(0, 3).flatMap((key) =>
    examplesOf(sets, rest, depth + 1)
      .slice(0, 3)
      .map((value) => ({ ...smallest, [String(key)]: value })),
  );
  return [smallest, fullest, ...varied, ...further].slice(0, MAX_EXAMPLES * 2);
}

function intersecting(sets: Definitions, of: readonly ValueSet[], depth: number): unknown[] {
  const values = of.map((one) => examplesOf(sets, one, depth + 1));
  const objectsOfAll = values.every((all) => all.some(isRecord));
  const merged = objectsOfAll ? [Object.assign({}, ...values.map((all) => all.find(isRecord)))] : [];
  return [...values.flat(), ...merged]
    .filter((value) => of.every((one) => accepts(sets, one, value) !== false))
    .slice(0, MAX_EXAMPLES);
}

function alternating(lists: readonly unknown[][]): unknown[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const all = Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat();
  return all.slice(0, Math.max(MAX_EXAMPLES, lists.length));
}
