import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type Comparison, compareEventSchemas } from "./compare-event-schemas.ts";

const id = z.string().regex(/^a_\d+$/);
const base = z.object({
  id,
  kind: z.enum(["x", "y"]),
  amount: z.number().min(0).max(100),
  items: z.array(z.object({ name: z.string().min(1).max(50), count: z.int().min(1) })).min(1),
  labels: z.record(z.string(), z.string().max(20)),
  note: z.string().optional(),
});
const amount = base.shape.amount;
const item = base.shape.items.element;

const comparisons = new Map<z.ZodType, Comparison>();

/** One comparison per evolution serves several tests. */
function compared(next: z.ZodType): Comparison {
  const comparison = comparisons.get(next) ?? compareEventSchemas(base, next);
  comparisons.set(next, comparison);
  return comparison;
}

type Verdict = "both" | "backward" | "forward" | "neither";

function verdict({ backward, forward }: Pick<Comparison, "backward" | "forward">): Verdict {
  if (backward === "unproved" || forward === "unproved") throw new Error("unproved");
  if (backward && forward) return "both";
  return backward ? "backward" : forward ? "forward" : "neither";
}

/** What stays compatible, and the rules that the change is named by. */
const evolutions: [string, z.ZodType, Verdict, string[]][] = [
  ["nothing", base, "both", []],
  ["a field's description", base.extend({ id: id.describe("new words") }), "both", []],
  [
    "an optional field added",
    base.extend({ extra: z.boolean().optional() }),
    "both",
    ["optional-field-added"],
  ],
  ["an optional field removed", base.omit({ note: true }), "both", ["optional-field-removed"]],
  ["a required field added", base.extend({ extra: z.boolean() }), "forward", ["required-field-added"]],
  ["a required field removed", base.omit({ kind: true }), "backward", ["required-field-removed"]],
  ["an optional field required", base.required({ note: true }), "forward", ["field-became-required"]],
  ["a required field optional", base.partial({ kind: true }), "backward", ["field-became-optional"]],
  ["a choice removed", base.extend({ kind: z.enum(["x"]) }), "forward", ["choice-removed"]],
  ["a choice added", base.extend({ kind: z.enum(["x", "y", "z"]) }), "backward", ["choice-added"]],
  [
    "a choice replaced",
    base.extend({ kind: z.enum(["x", "z"]) }),
    "neither",
    ["choice-removed", "choice-added"],
  ],
  [
    "choices for a text",
    base.extend({ id: z.enum(["a_1"]) }),
    "forward",
    ["choices-added", "pattern-removed"],
  ],
  ["any text for choices", base.extend({ kind: z.string() }), "backward", ["choices-removed"]],
  [
    "a pattern tightened",
    base.extend({ id: z.string().regex(/^a_[1-9]\d*$/) }),
    "forward",
    ["pattern-changed"],
  ],
  [
    "a pattern loosened",
    base.extend({ id: z.string().regex(/^[ab]_\d+$/) }),
    "backward",
    ["pattern-changed"],
  ],
  ["a pattern moved", base.extend({ id: z.string().regex(/^b_\d+$/) }), "neither", ["pattern-changed"]],
  ["a pattern removed", base.extend({ id: z.string() }), "backward", ["pattern-removed"]],
  ["a pattern added", base.extend({ note: z.string().regex(/^n/).optional() }), "forward", ["pattern-added"]],
  ["a maximum lowered", base.extend({ amount: z.number().min(0).max(99) }), "forward", ["limit-tightened"]],
  ["a maximum raised", base.extend({ amount: z.number().min(0).max(101) }), "backward", ["limit-loosened"]],
  ["a minimum raised", base.extend({ amount: z.number().min(1).max(100) }), "forward", ["limit-tightened"]],
  ["whole numbers only", base.extend({ amount: z.int().min(0).max(100) }), "forward", ["type-changed"]],
  ["another type", base.extend({ amount: z.string() }), "neither", ["type-changed"]],
  ["null allowed", base.extend({ kind: base.shape.kind.nullable() }), "backward", ["type-changed"]],
  ["a longer list required", base.extend({ items: z.array(item).min(2) }), "forward", ["limit-tightened"]],
  ["an empty list allowed", base.extend({ items: z.array(item) }), "backward", ["limit-loosened"]],
  [
    "a list's field removed",
    base.extend({ items: z.array(item.omit({ count: true })).min(1) }),
    "backward",
    ["required-field-removed"],
  ],
  [
    "a list's field added",
    base.extend({ items: z.array(item.extend({ sku: z.string() })).min(1) }),
    "forward",
    ["required-field-added"],
  ],
  [
    "a list's text shortened",
    base.extend({ items: z.array(item.extend({ name: z.string().min(1).max(49) })).min(1) }),
    "forward",
    ["limit-tightened"],
  ],
  [
    "a record's values shortened",
    base.extend({ labels: z.record(z.string(), z.string().max(19)) }),
    "forward",
    ["limit-tightened"],
  ],
  [
    "a record's values of another type",
    base.extend({ labels: z.record(z.string(), z.number()) }),
    "neither",
    ["type-changed"],
  ],
  [
    "unknown fields refused",
    base.extend({ extra: z.boolean().optional() }).strict(),
    "both",
    ["object-closed", "optional-field-added"],
  ],
  [
    "a union's branch added",
    base.extend({ amount: z.union([amount, z.literal("free")]) }),
    "backward",
    ["type-changed"],
  ],
  ["a refinement added", base.refine(({ amount }) => amount !== 0), "forward", ["refinement-added"]],
  [
    "a refinement on a field",
    base.extend({ amount: amount.refine((value) => value >= 1) }),
    "forward",
    ["refinement-added"],
  ],
  [
    "trimming before a minimum",
    base.extend({ items: z.array(item.extend({ name: z.string().trim().min(1).max(50) })).min(1) }),
    "forward",
    ["refinement-added"],
  ],
];

describe("compareEventSchemas", () => {
  it.each(evolutions)("%s", (_, next, expected, rules) => {
    const comparison = compared(next);
    expect(verdict(comparison)).toBe(expected);
    expect(comparison.full).toBe(expected === "both");
    expect(comparison.changes.map(({ rule }) => rule)).toEqual(rules);
  });

  it.each(evolutions.filter(([, , expected]) => expected !== "both"))(
    "%s comes with a counterexample that one side accepts and the other refuses",
    (_, next) => {
      const { counterexample, changes } = compared(next);
      const [writer, reader] = counterexample?.direction === "backward" ? [base, next] : [next, base];
      expect(writer.safeParse(counterexample?.value).success).toBe(true);
      expect(reader.safeParse(counterexample?.value).success).toBe(false);
      expect(counterexample?.reasons.length).toBeGreaterThan(0);
      expect(changes.some(({ direction }) => direction !== "none")).toBe(true);
    },
  );

  it.each(evolutions)("%s: undone, backward and forward change places", (_, next) => {
    const { backward, forward } = compared(next);
    expect(compareEventSchemas(next, base)).toMatchObject({
      backward: forward,
      forward: backward,
    });
  });

  it("prints the smallest counterexample", () => {
    const small = z.object({ id, tags: z.array(z.string()).optional(), total: z.number() });
    const next = small.extend({ total: z.number().refine((total) => total < 5_000) });
    expect(compareEventSchemas(small, next).counterexample).toEqual({
      direction: "backward",
      value: { id: "a_0", total: 5_000 },
      reasons: [{ path: "total", reason: "Invalid input" }],
    });
  });

  it("warns of an optional field that was renamed, since every check passes and data is lost", () => {
    const next = base.omit({ note: true }).extend({ remark: z.string().optional() });
    expect(compareEventSchemas(base, next)).toMatchObject({
      full: true,
      warnings: [expect.stringContaining("note")],
    });
    const other = base.omit({ note: true }).extend({ remark: z.int().optional() });
    expect(compareEventSchemas(base, other).warnings).toEqual([]);
  });

  it("proves patterns", () => {
    const next = base.extend({ id: z.string().regex(/^[ab]_\d+$/) });
    expect(compareEventSchemas(base, next)).toMatchObject({ backward: true, unproved: {} });
  });

  it("gives the same answer each time", () => {
    const next = base.refine(({ items }) => items.length < 4);
    expect(compareEventSchemas(base, next)).toEqual(compareEventSchemas(base, next));
  });
});
