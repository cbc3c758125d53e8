import { anything, bothOf, nothing, trimmedText, type ValueSet } from "./value-set.ts";

/** How a schema changes a value on the way. */
export type Rewriting = "trim" | "lowercase" | "uppercase" | "url" | "code";

/** What the function of an overwrite does, known by its code. */
export function rewriting(change: unknown): Rewriting {
  const text = String(change).replace(/\s/g, "");
  const known: [RegExp, Rewriting][] = [
    [/^\(?input\)?=>input\.trim\(\)$/, "trim"],
    [/^\(?input\)?=>input\.toLowerCase\(\)$/, "lowercase"],
    [/^\(?input\)?=>input\.toUpperCase\(\)$/, "uppercase"],
  ];
  return known.find(([pattern]) => pattern.test(text))?.[1] ?? "code";
}

/** What the type of a set allows once it is rewritten. */
export function rewrittenType(set: ValueSet, how: Rewriting): ValueSet {
  return how === "code" && set.kind !== "text" ? anything : { kind: "text" };
}

/** Texts that a rewriting leaves as they are. */
const settled: Partial<Record<Rewriting, ValueSet>> = {
  trim: { kind: "text", patterns: [trimmedText] },
  lowercase: { kind: "text", patterns: [{ source: String.raw`^[^A-Z\u0080-\uFFFF]*$`, flags: "" }] },
  uppercase: { kind: "text", patterns: [{ source: String.raw`^[^a-z\u0080-\uFFFF]*$`, flags: "" }] },
  url: { kind: "text", patterns: [trimmedText, { source: String.raw`^[^\t\n\r]*$`, flags: "" }] },
};

/** What a rewriting is known to leave behind. */
export const knownResults: Partial<Record<Rewriting, ValueSet>> = {
  ...settled,
  lowercase: { kind: "text", patterns: [{ source: "^[^A-Z]*$", flags: "" }] },
  uppercase: { kind: "text", patterns: [{ source: "^[^a-z]*$", flags: "" }] },
};

/** The values that a rewriting turns into one of a set. */
export function beforeRewriting(how: Rewriting, after: ValueSet): ValueSet {
  if (how === "trim") return { kind: "trimmed", inner: after };
  if (after.kind === "text" && Object.keys(after).length === 1 && how !== "code") return after;
  const least = settled[how];
  const most: ValueSet = how === "code" ? anything : { kind: "text" };
  return {
    kind: "unknown",
    least: least ? bothTexts([least, after]) : nothing,
    most,
    reason: "values are rewritten",
  };
}

/** One text set where all are plain ones, so that languages are intersected rather than tried one by one. */
export function bothTexts(sets: readonly ValueSet[]): ValueSet {
  const [first, ...others] = sets;
  if (!first) return anything;
  const rest = others.length > 0 ? bothTexts(others) : anything;
  if (rest.kind === "any") return first;
  if (first.kind === "ruled") return { ...first, inner: bothTexts([first.inner, rest]) };
  if (rest.kind === "ruled") return { ...rest, inner: bothTexts([first, rest.inner]) };
  if (first.kind !== "text" || rest.kind !== "text") return bothOf([first, rest]);
  const min = Math.max(first.min ?? 0, rest.min ?? 0);
  const max = Math.min(first.max ?? Number.POSITIVE_INFINITY, rest.max ?? Number.POSITIVE_INFINITY);
  const patterns = [...(first.patterns ?? []), ...(rest.patterns ?? [])];
  const formats = [...(first.formats ?? []), ...(rest.formats ?? [])];
  return {
    kind: "text",
    ...(min > 0 ? { min } : {}),
    ...(max < Number.POSITIVE_INFINITY ? { max } : {}),
    ...(patterns.length > 0 ? { patterns } : {}),
    ...(formats.length > 0 ? { formats } : {}),
  };
}
