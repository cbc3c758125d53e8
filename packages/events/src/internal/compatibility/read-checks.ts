import * as z from "zod";
import { codeOf } from "./code-fingerprint.ts";
import { type CheckDef, checkedLength, checkedNumber } from "./read-limits.ts";
import { checkedText, formatOf } from "./read-texts.ts";
import {
  beforeRewriting,
  bothTexts,
  knownResults,
  type Rewriting,
  rewriting,
  rewrittenType,
} from "./rewritings.ts";
import { anything, nothing, type Rule, type Side, type ValueSet } from "./value-set.ts";

type Check = z.core.$ZodCheck;

/** A value between two rewritings: what its type allows, and the checks that it passes there. */
interface Stage {
  set: ValueSet;
  rules: Rule[];
  /** How it is rewritten at the stage's end. */
  rewritten?: Rewriting;
}

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

function ruled({ set, rules }: Stage): ValueSet {
  return rules.reduce<ValueSet>((inner, rule) => ({ kind: "ruled", inner, rule }), set);
}

function written(stages: readonly Stage[]): ValueSet {
  const last = stages.at(-1);
  const before = stages.at(-2);
  if (!last) return nothing;
  if (!before?.rewritten) return ruled(last);
  const result = knownResults[before.rewritten];
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
