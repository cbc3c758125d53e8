import { hasNumber } from "./accepts.ts";
import { numbersNear } from "./example-numbers.ts";
import { examplesOf } from "./examples.ts";
import type { Gap } from "./gap.ts";
import { languageOfAll, textOf, textOutside, textsOf } from "./text-language.ts";
import type { TextPattern } from "./text-pattern.ts";
import { Unproved } from "./unproved.ts";
import type { NumberSet, TextFormat, TextSet } from "./value-set.ts";

/** Whole numbers up to here divide exactly; beyond, zod's own tolerance lets others through. */
const EXACT = 2 ** 49;

export function numbersOutside(part: NumberSet, whole: NumberSet, path: string): Gap | undefined {
  const reason = numberReason(limitsOf(part), part, whole);
  if (reason === undefined) return undefined;
  return {
    path,
    reason,
    values: () => numbersNear(part, [whole]).filter((value) => !hasNumber(whole, value)),
  };
}

interface Limits {
  min: number;
  max: number;
  /** Whether the limits themselves belong to the set. */
  withMin: boolean;
  withMax: boolean;
}

function limitsOf({
  whole,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
  above,
  below,
}: NumberSet): Limits {
  const withMin = above === undefined || above < min;
  const withMax = below === undefined || below > max;
  const [least, most] = [withMin ? min : (above ?? min), withMax ? max : (below ?? max)];
  if (!whole) return { min: least, max: most, withMin, withMax };
  const first = withMin || !Number.isInteger(least) ? Math.ceil(least) : least + 1;
  const last = withMax || !Number.isInteger(most) ? Math.floor(most) : most - 1;
  return { min: first, max: last, withMin: true, withMax: true };
}

function numberReason(limits: Limits, part: NumberSet, whole: NumberSet): string | undefined {
  if (limits.min > limits.max) return undefined;
  if (whole.whole && !part.whole) return "numbers that are not whole are refused";
  const { min, max, above, below } = whole;
  if (min !== undefined && limits.min < min) return `numbers below ${min} are refused`;
  if (max !== undefined && limits.max > max) return `numbers above ${max} are refused`;
  if (above !== undefined && (limits.min < above || (limits.min === above && limits.withMin)))
    return `${above} and less is refused`;
  if (below !== undefined && (limits.max > below || (limits.max === below && limits.withMax)))
    return `${below} and more is refused`;
  const step = whole.multiplesOf?.find((one) => !isMultiple(limits, part, one));
  return step === undefined ? undefined : `multiples of ${step} are not proven`;
}

function isMultiple(limits: Limits, { whole, multiplesOf = [] }: NumberSet, step: number): boolean {
  if (multiplesOf.includes(step) || (whole && step === 1)) return true;
  const isExact = Math.max(Math.abs(limits.min), Math.abs(limits.max)) <= EXACT;
  if (limits.min === limits.max) return hasNumber({ kind: "number", multiplesOf: [step] }, limits.min);
  if (!whole || !isExact || !Number.isInteger(step)) return false;
  return multiplesOf.some((known) => Number.isInteger(known) && known % step === 0);
}

export function textsOutside(part: TextSet, whole: TextSet, path: string): Gap | undefined {
  const examples = () => examplesOf({ definitions: {} }, part);
  try {
    const lengths = { min: part.min ?? 0, max: part.max ?? Number.POSITIVE_INFINITY };
    const patterns = part.patterns ?? [];
    const far = wrongLength(patterns, lengths, whole);
    const gaps: Gap[] =
      far === undefined
        ? []
        : [
            {
              path,
              reason: "texts of other lengths are refused",
              values: () => [far, ...lengthsNear(part, whole)],
            },
          ];
    for (const pattern of whole.patterns ?? []) {
      const gap = patternGap(part, pattern, lengths, path);
      if (gap) gaps.push(gap);
    }
    const missing = (whole.formats ?? []).find((format) => !isImplied(format, part.formats ?? []));
    if (missing)
      gaps.push({ path, reason: `that texts are ${missing.name} is not proven`, values: examples });
    const [gap] = gaps;
    return gap && { ...gap, values: () => [...gaps.flatMap((one) => one.values()), ...examples()] };
  } catch (error) {
    if (!Unproved.isInstance(error)) throw error;
    return { path, reason: error.message, values: examples };
  }
}

function patternGap(
  part: TextSet,
  pattern: TextPattern,
  lengths: { min: number; max: number },
  path: string,
): Gap | undefined {
  const patterns = part.patterns ?? [];
  if (patterns.some(({ source, flags }) => source === pattern.source && flags === pattern.flags))
    return undefined;
  const reason = `texts that do not match ${pattern.source.slice(0, 60)} are refused`;
  try {
    const text = textOutside(patterns, pattern, lengths);
    if (text === undefined) return undefined;
    return { path, reason, values: () => [text] };
  } catch (error) {
    if (!Unproved.isInstance(error)) throw error;
    return { path, reason: error.message, values: () => [] };
  }
}

/** A text of the part whose length the whole refuses. */
function wrongLength(
  patterns: readonly TextPattern[],
  { min, max }: { min: number; max: number },
  whole: TextSet,
): string | undefined {
  const [least, most] = [whole.min ?? 0, whole.max ?? Number.POSITIVE_INFINITY];
  if (min >= least && max <= most) return undefined;
  const language = languageOfAll(patterns);
  const short = min < least ? textOf(language, { min, max: Math.min(max, least - 1) }) : undefined;
  return short ?? (max > most ? textOf(language, { min: Math.max(min, most + 1), max }) : undefined);
}

function lengthsNear(part: TextSet, whole: TextSet): string[] {
  const limits = [whole.min, whole.max].filter((limit) => limit !== undefined && limit <= 10_000);
  return limits.flatMap((limit = 0) =>
    [limit - 1, limit + 1].flatMap((length) => {
      if (length < (part.min ?? 0) || length > (part.max ?? Number.POSITIVE_INFINITY)) return [];
      return textsOf(part.patterns ?? [], { min: length, max: length }).slice(0, 1);
    }),
  );
}

function isImplied(format: TextFormat, known: readonly TextFormat[]): boolean {
  return known.some(
    (one) =>
      one.name === format.name &&
      (format.option === undefined || one.option === format.option) &&
      samePattern(one.pattern, format.pattern),
  );
}

function samePattern(known: TextPattern | undefined, wanted: TextPattern | undefined): boolean {
  if (!wanted) return true;
  if (!known) return false;
  const unlimited = { min: 0, max: Number.POSITIVE_INFINITY };
  return (
    (known.source === wanted.source && known.flags === wanted.flags) ||
    textOutside([known], wanted, unlimited) === undefined
  );
}
