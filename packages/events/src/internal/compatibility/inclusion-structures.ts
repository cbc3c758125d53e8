import { accepts, isRecord } from "./accepts.ts";
import { examplesOf } from "./examples.ts";
import type { Comparing, Gap } from "./gap.ts";
import { type Field, fieldOf, type ListSet, nothing, type ObjectSet } from "./value-set.ts";

export function listsOutside(
  part: ListSet,
  whole: ListSet,
  path: string,
  { writer, outside }: Comparing,
): Gap | undefined {
  const shortest = Math.max(part.min ?? 0, part.required);
  const longest = Math.min(
    part.max ?? Number.POSITIVE_INFINITY,
    part.rest.kind === "nothing" ? part.first.length : Number.POSITIVE_INFINITY,
  );
  const examples = () => examplesOf(writer, part);
  const gaps: Gap[] = [];
  if (shortest < Math.max(whole.min ?? 0, whole.required))
    gaps.push({ path, reason: "shorter lists are refused", values: examples });
  const limit = whole.max ?? Number.POSITIVE_INFINITY;
  if (longest > limit) {
    const tooLong = () =>
      limit < 5_000 ? examplesOf(writer, { ...part, min: Math.max(shortest, limit + 1) }) : [];
    gaps.push({ path, reason: "longer lists are refused", values: () => [...tooLong(), ...examples()] });
  }
  const places = Math.min(longest, Math.max(part.first.length, whole.first.length) + 1);
  for (let index = 0; index < places; index++) {
    const [mine, theirs] = [part.first[index] ?? part.rest, whole.first[index] ?? whole.rest];
    const isRest = index >= part.first.length && index >= whole.first.length;
    const gap = outside(
      mine,
      theirs,
      isRest || (part.first.length === 0 && whole.first.length === 0) ? `${path}[]` : `${path}[${index}]`,
    );
    if (gap)
      gaps.push({ ...gap, values: () => [...withItem(gap.values(), index, part, writer), ...examples()] });
  }
  return joined(gaps);
}

function withItem(
  values: readonly unknown[],
  index: number,
  part: ListSet,
  writer: Comparing["writer"],
): unknown[] {
  const bases = examplesOf(writer, {
    ...part,
    min: Math.max(part.min ?? 0, Math.min(index + 1, part.max ?? index + 1)),
  })
    .filter((list): list is unknown[] => Array.isArray(list) && list.length > index)
    .slice(0, 2);
  const minimal = index === 0 && (part.min ?? 0) <= 1 && part.required <= 1 ? [[]] : [];
  return values.flatMap((value) =>
    [...minimal, ...bases].map((list) => [...list.slice(0, index), value, ...list.slice(index + 1)]),
  );
}

export function objectsOutside(
  part: ObjectSet,
  whole: ObjectSet,
  path: string,
  comparing: Comparing,
): Gap | undefined {
  const names = [...new Set([...Object.keys(part.fields), ...Object.keys(whole.fields)])];
  const gaps = names
    .map((name) => fieldGap(part, whole, name, path, comparing))
    .filter((gap) => gap !== undefined);
  const further = furtherGap(part, whole, path, comparing);
  return joined(further ? [...gaps, further] : gaps);
}

function fieldGap(
  part: ObjectSet,
  whole: ObjectSet,
  name: string,
  path: string,
  comparing: Comparing,
): Gap | undefined {
  const at = path ? `${path}.${name}` : name;
  const mine = fieldOf(part, name) ?? furtherField(part, name, comparing.writer);
  const theirs = fieldOf(whole, name) ?? furtherField(whole, name, comparing.reader);
  const bases = () => basesOf(part, comparing);
  const gaps: Gap[] = [];
  if (mine.optional && !theirs.optional) {
    gaps.push({
      path: at,
      reason: "it may be absent, which is refused",
      values: () => bases().map((base) => without(base, name)),
    });
  }
  const gap = comparing.outside(mine.set, theirs.set, at);
  if (gap)
    gaps.push({
      ...gap,
      values: () => gap.values().flatMap((value) => bases().map((base) => ({ ...base, [name]: value }))),
    });
  return joined(gaps);
}

/** A field of that name which the object does not list. */
function furtherField({ names, rest }: ObjectSet, name: string, sets: Comparing["writer"]): Field {
  const answer = names ? accepts(sets, names, name) : true;
  if (answer === false) return { set: nothing, optional: true };
  if (answer === undefined)
    return {
      set: { kind: "unknown", least: nothing, most: rest, reason: "a refinement of names decides" },
      optional: true,
    };
  return { set: rest, optional: true };
}

function furtherGap(
  part: ObjectSet,
  whole: ObjectSet,
  path: string,
  { writer, outside, ...comparing }: Comparing,
): Gap | undefined {
  if (part.rest.kind === "nothing") return undefined;
  const bases = () => basesOf(part, { writer, outside, ...comparing });
  const keys = () => (part.names ? examplesOf(writer, part.names).map(String) : ["extra", "a", ""]);
  const gaps: Gap[] = [];
  const gap = outside(part.rest, whole.rest, `${path}.*`);
  if (gap) {
    const values = () =>
      gap.values().flatMap((value) =>
        bases().flatMap((base) =>
          keys()
            .slice(0, 2)
            .map((key) => ({ ...base, [key]: value })),
        ),
      );
    gaps.push({ ...gap, values });
  }
  const named = whole.names && outside(part.names ?? { kind: "text" }, whole.names, path);
  if (named) {
    const [value] = examplesOf(writer, part.rest);
    gaps.push({
      ...named,
      reason: `names of fields: ${named.reason}`,
      values: () =>
        named.values().flatMap((key) => bases().map((base) => ({ ...base, [String(key)]: value }))),
    });
  }
  return joined(gaps);
}

/** Objects to put a wrong field into: those known to obey the rules, the smallest and the fullest. */
function basesOf(part: ObjectSet, { writer, rules }: Comparing): Record<string, unknown>[] {
  const obeying = rules.flatMap(({ accepted }) => accepted.slice(0, 3)).filter(isRecord);
  const [smallest, fullest, ...others] = examplesOf(writer, part).filter(isRecord);
  const tested =
    rules.length > 0
      ? others.filter((base) => rules.every(({ test }) => !test || test(base))).slice(0, 2)
      : [];
  return [...obeying, smallest, fullest, ...tested].filter((base) => base !== undefined);
}

function without(base: Record<string, unknown>, name: string): Record<string, unknown> {
  const { [name]: _, ...rest } = base;
  return rest;
}

function joined(gaps: readonly Gap[]): Gap | undefined {
  const [gap] = gaps;
  return gap && { ...gap, values: () => gaps.flatMap((one) => one.values()) };
}
