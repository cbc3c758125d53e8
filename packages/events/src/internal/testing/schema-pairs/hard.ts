import * as z from "zod";
import type { SchemaPair } from "./schema-pair.ts";

const text = z.string();
const iso = z.iso;
const money = (step: number) => z.number().min(0).max(1_000_000).multipleOf(step);
const node = (value: z.ZodType): z.ZodType => {
  const one: z.ZodType = z.object({
    value,
    left: z.lazy(() => one).optional(),
    right: z.lazy(() => one).optional(),
  });
  return one;
};

/** Each of several kinds at once. */
export const hard: SchemaPair[] = [
  [
    "an alternation, then the same factored",
    text.regex(/^(?:ab|ac|ad)+$/),
    text.regex(/^(?:a[b-d])+$/),
    true,
    true,
  ],
  [
    "an even count of letters, then a multiple of four",
    text.regex(/^(?:aa)*$/),
    text.regex(/^(?:aaaa)*$/),
    false,
    true,
  ],
  [
    "what a lookahead leaves, then spelled out",
    text.regex(/^(?!ab)[ab]{2}$/),
    text.regex(/^(?:aa|ba|bb)$/),
    true,
    true,
  ],
  [
    "a word repeated by reference, then any two",
    text.regex(/^(a|b)\1$/),
    text.regex(/^[ab]{2}$/),
    true,
    false,
  ],
  [
    "a pattern and a length, then a pattern with both",
    text
      .regex(/^[a-z]+$/)
      .min(2)
      .max(4),
    text.regex(/^[a-z]{2,4}$/),
    true,
    true,
  ],
  ["two decimals, then three", money(0.01), money(0.001), "unproved", false],
  [
    "numbers as texts of two decimals, then of any",
    text.regex(/^\d+\.\d{2}$/),
    text.regex(/^\d+(?:\.\d+)?$/),
    true,
    false,
  ],
  [
    "an object of a union, then a union of objects",
    z.object({ at: z.union([iso.date(), iso.datetime()]), by: text }),
    z.union([z.object({ at: iso.date(), by: text }), z.object({ at: iso.datetime(), by: text })]),
    "unproved",
    true,
  ],
  [
    "names by a pattern, then by one that has it in it",
    z.record(text.regex(/^x-[a-z]+$/), z.int().min(0)),
    z.record(text.regex(/^x-[a-z]*$/), z.number().min(-1)),
    true,
    false,
  ],
  [
    "a tree whose leaves are whole or texts, then numbers or texts",
    node(z.union([z.int(), text.max(9)])),
    node(z.union([z.number(), text.max(10)])),
    true,
    false,
  ],
  [
    "a refinement beside a range, then the range alone",
    z
      .int()
      .min(1)
      .max(9)
      .refine((value) => value % 2 === 1),
    z.int().min(1).max(9),
    true,
    false,
  ],
  [
    "an enum as names of a record with optional values, then an object",
    z.partialRecord(z.enum(["in", "out"]), z.int().max(5)),
    z.object({ in: z.int().max(5).optional(), out: z.int().max(6).optional() }),
    true,
    false,
  ],
];
