import { examplesOf, valuesNear } from "./examples.ts";
import type { Comparing, Gap } from "./gap.ts";
import { sidesOf } from "./rule-witnesses.ts";
import type { Rule, ValueSet, ValueSets } from "./value-set.ts";

/** The writer has a rule, which the reader may have as well. */
export function ruledOutside(
  part: Extract<ValueSet, { kind: "ruled" }>,
  whole: ValueSet,
  path: string,
  { writer, rules, outside }: Comparing,
): Gap | undefined {
  const { rule, inner } = part;
  const gap = outside(inner, whole, path, [...rules, rule]);
  return gap && { ...gap, values: () => [...gap.values(), ...rule.accepted, ...examplesOf(writer, part)] };
}

/** The reader has a rule: the writer's has to be the same code, and code that depends on nothing else. */
export function ruleBroken(
  part: ValueSet,
  whole: Extract<ValueSet, { kind: "ruled" }>,
  path: string,
  { writer, rules, outside }: Comparing,
): Gap | undefined {
  const { rule, inner } = whole;
  const gap = outside(part, inner, path, rules);
  const same = rules.find(({ code }) => code === rule.code);
  if (same && rule.outside.length === 0) return gap;
  const reason = same
    ? `a refinement uses ${rule.outside.join(", ")} from outside, so its code alone does not say whether it is the same; inline it`
    : rules.length > 0
      ? "a refinement has other code"
      : "the reader has a refinement that the writer has not";
  const near = () => rules.flatMap((one) => sidesOf(writer, one, part).accepted);
  const values = () => [
    ...(gap?.values() ?? []),
    ...rule.refused,
    ...near(),
    ...refusedNear(writer, part, rule),
  ];
  return { path: gap?.path ?? path, reason: gap?.reason ?? reason, values };
}

function refusedNear(writer: ValueSets, part: ValueSet, rule: Rule): unknown[] {
  return sidesOf(writer, rule, part).refused.concat(valuesNear(writer, rule, part).slice(0, 200));
}
