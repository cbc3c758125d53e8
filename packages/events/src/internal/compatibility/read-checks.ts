import * as z from "zod";
import { codeOf } from "./code-fingerprint.ts";
import { checkedText, formatOf } from "./read-texts.ts";
import {
  anything,
  bothOf,
  type NumberSet,
  nothing,
  type Rule,
  type Side,
  trimmedText,
  type ValueSet,
} from "./value-set.ts";

type Check = z.core.$ZodCheck;
type CheckDef =
  | z.core.$ZodChecks["_zod"]["def"]
  | { check: "custom"; fn?: unknown }
  | { check: "describe" | "meta" };

/** A value between two rewritings: what its type allows, and the checks that it passes there. */
interface Stage {
  set: ValueSet;
  rules: Rule[];
  /** How it is rewritten at the stage's end. */
  rewritten?: Rewriting;
}

type Rewriting = "trim" | "lowercase" | "uppercase" | "url" | "code";

/** Applies the checks of a schema, in their order, to the set of its type. */
export function checkedSet(schema: z.core.$ZodType, set: ValueSet, side: Side): ValueSet {
  const own = schema._zod.traits.has("$ZodCheck") ? [asCheck(schema)] : [];
  const stages: Stage[] = [{ set, rules: [] }];
  for (const check of [...own, ...(schema._zod.def.checks ?? [])]) {
    const stage = stages.at(-1);
    if (!stage) break;
    apply(stage, check);
    if (stage.rewritten) stages.push({ set: rewrittenType(set, stage.rewritten), rules: [] });
  }
  return side === "writes" ? written(stages) : taken(stages);
}

/** Guarantee: the schema has the trait of a check. */
function asCheck(schema: z.core.$ZodType): Check {
  return schema as unknown as Check;
}

function rewrittenType(set: ValueSet, how: Rewriting): ValueSet {
  return how === "code" && set.kind !== "text" ? anything : { kind: "text" };
}

function apply(stage: Stage, check: Check): void {
  // zod's own union of check definitions has no custom ones, which have the same form.
  const def = check._zod.def as CheckDef;
  switch (def.check) {
    case "describe":
    case "meta":
      return;
    case "overwrite":
      stage.rewritten = rewriting(def.tx);
      return;
    case "custom": {
      const functions = "fn" in def && def.fn ? [def.fn] : [check._zod.check];
      if (/\.value\s*=[^=]/.test(String(functions[0]))) stage.rewritten = "code";
      stage.rules.push(ruleOf(check, functions));
      return;
    }
    case "less_than":
    case "greater_than":
    case "multiple_of":
    case "number_format":
      stage.set = within(
        stage.set,
        (set) => (set.kind === "number" ? checkedNumber(set, def) : undefined),
        def.check,
      );
      return;
    case "min_length":
    case "max_length":
    case "length_equals":
      stage.set = within(stage.set, (set) => checkedLength(set, def), def.check);
      return;
    case "string_format": {
      const format = formatOf(check, def);
      if (format === "code") stage.rules.push(ruleOf(check, [Reflect.get(def, "fn") ?? check._zod.check]));
      else
        stage.set = within(
          stage.set,
          (set) => (set.kind === "text" ? checkedText(set, format) : undefined),
          def.check,
        );
      if (def.format === "url") stage.rewritten = "url";
      return;
    }
    default:
      stage.set = undecided(stage.set, def.check);
  }
}

/** Applies a check to the type's own set, below what coercion or a union makes of it. */
function within(set: ValueSet, map: (set: ValueSet) => ValueSet | undefined, check: string): ValueSet {
  if (set.kind === "unknown") return { ...set, least: within(set.least, map, check) };
  if (set.kind === "nothing") return set;
  return map(set) ?? undecided(set, check);
}

function undecided(set: ValueSet, check: string): ValueSet {
  return { kind: "unknown", least: nothing, most: set, reason: `the check ${check} is not compared there` };
}

function checkedNumber(set: NumberSet, def: CheckDef): NumberSet {
  switch (def.check) {
    case "less_than":
      return limited(set, def.inclusive ? "max" : "below", Number(def.value));
    case "greater_than":
      return limited(set, def.inclusive ? "min" : "above", Number(def.value));
    case "multiple_of":
      return { ...set, multiplesOf: [...new Set([...(set.multiplesOf ?? []), Number(def.value)])] };
    case "number_format": {
      const [min, max] = z.core.util.NUMBER_FORMAT_RANGES[def.format];
      const ranged = limited(limited(set, "min", min), "max", max);
      return def.format.includes("int") ? { ...ranged, whole: true } : ranged;
    }
    default:
      return set;
  }
}

function limited(set: NumberSet, key: "min" | "max" | "above" | "below", limit: number): NumberSet {
  const known = set[key];
  const tighter = key === "min" || key === "above" ? Math.max : Math.min;
  return { ...set, [key]: known === undefined ? limit : tighter(known, limit) };
}

function checkedLength(set: ValueSet, def: CheckDef): ValueSet | undefined {
  if (set.kind !== "text" && set.kind !== "list") return undefined;
  const min = def.check === "min_length" ? def.minimum : def.check === "length_equals" ? def.length : 0;
  const max =
    def.check === "max_length"
      ? def.maximum
      : def.check === "length_equals"
        ? def.length
        : Number.POSITIVE_INFINITY;
  return {
    ...set,
    ...(min > 0 ? { min: Math.max(min, set.min ?? 0) } : {}),
    ...(max < Number.POSITIVE_INFINITY ? { max: Math.min(max, set.max ?? Number.POSITIVE_INFINITY) } : {}),
  };
}

function ruleOf(check: Check, functions: readonly unknown[]): Rule {
  const condition = Reflect.get(check._zod.def, "when");
  const probe = z.any().check(ofAnyValue(check));
  return {
    ...codeOf(...functions, ...(typeof condition === "function" ? [condition] : [])),
    accepted: [],
    refused: [],
    test: (value) => {
      try {
        return probe.safeParse(structuredClone(value)).success;
      } catch {
        return false;
      }
    },
  };
}

/** Guarantee: a check is a function of whatever value it is given. */
function ofAnyValue(check: Check): z.core.$ZodCheck<unknown> {
  return check as unknown as z.core.$ZodCheck<unknown>;
}

function rewriting(change: unknown): Rewriting {
  const text = String(change).replace(/\s/g, "");
  const known: [RegExp, Rewriting][] = [
    [/^\(?input\)?=>input\.trim\(\)$/, "trim"],
    [/^\(?input\)?=>input\.toLowerCase\(\)$/, "lowercase"],
    [/^\(?input\)?=>input\.toUpperCase\(\)$/, "uppercase"],
  ];
  return known.find(([pattern]) => pattern.test(text))?.[1] ?? "code";
}

function ruled({ set, rules }: Stage): ValueSet {
  return rules.reduce<ValueSet>((inner, rule) => ({ kind: "ruled", inner, rule }), set);
}

/** Texts that a rewriting leaves as they are. */
const settled: Partial<Record<Rewriting, ValueSet>> = {
  trim: { kind: "text", patterns: [trimmedText] },
  lowercase: { kind: "text", patterns: [{ source: String.raw`^[^A-Z\u0080-\uFFFF]*$`, flags: "" }] },
  uppercase: { kind: "text", patterns: [{ source: String.raw`^[^a-z\u0080-\uFFFF]*$`, flags: "" }] },
  url: { kind: "text", patterns: [trimmedText, { source: String.raw`^[^\t\n\r]*$`, flags: "" }] },
};

/** What a rewriting is known to leave behind. */
const results: Partial<Record<Rewriting, ValueSet>> = {
  ...settled,
  lowercase: { kind: "text", patterns: [{ source: "^[^A-Z]*$", flags: "" }] },
  uppercase: { kind: "text", patterns: [{ source: "^[^a-z]*$", flags: "" }] },
};

function written(stages: readonly Stage[]): ValueSet {
  const last = stages.at(-1);
  const before = stages.at(-2);
  if (!last) return nothing;
  if (!before?.rewritten) return ruled(last);
  const result = results[before.rewritten];
  if (!result)
    return { kind: "unknown", least: nothing, most: ruled(last), reason: "values are rewritten by code" };
  const kept = before.rewritten === "url" ? [before.set] : [];
  return bothTexts([...kept, ruled(last), result]);
}

function taken(stages: readonly Stage[]): ValueSet {
  return stages.reduceRight<ValueSet>((after, stage, index) => {
    if (index === stages.length - 1) return ruled(stage);
    return bothTexts([ruled(stage), beforeRewriting(stage.rewritten ?? "code", after)]);
  }, anything);
}

/** The values that a rewriting turns into one of a set. */
function beforeRewriting(how: Rewriting, after: ValueSet): ValueSet {
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
function bothTexts(sets: readonly ValueSet[]): ValueSet {
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
