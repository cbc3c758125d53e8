import * as z from "zod";
import type { SchemaPair } from "./schema-pair.ts";

const { iso } = z;
const text = z.string();
const atMost = (limit: number) => z.number().refine((value) => value <= limit);
const whole = (value: number) => value % 1 === 0;
const codec = z.codec(iso.datetime(), z.string(), {
  decode: (value) => value.slice(0, 10),
  encode: (value) => `${value}T00:00:00Z`,
});

export const code: SchemaPair[] = [
  ["coerced", z.number(), z.coerce.number(), true, true],
  ["coerced texts of digits", text.regex(/^\d+$/), z.coerce.number(), "unproved", false],
  ["preprocessed", text, z.preprocess((value) => value, text), "unproved", true],
  [
    "preprocessed alike",
    z.preprocess((value) => value ?? "", text),
    z.preprocess((value) => value ?? "", text),
    true,
    true,
  ],
  ["piped through a narrower one", text, text.pipe(text.max(3)), false, true],
  ["piped, then at once", text.pipe(text.max(3)), text.max(3), true, true],
  ["transformed", text, text.transform((value) => value.length), "unproved", false],
  ["a codec, as it was", codec, codec, false, false],
  ["a custom schema", text, z.custom<string>((value) => typeof value === "string"), "unproved", "unproved"],
  [
    "a custom schema, as it was",
    z.custom<string>((value) => typeof value === "string"),
    z.custom<string>((value) => typeof value === "string"),
    true,
    true,
  ],
  ["a refinement added", z.number(), z.number().refine((value) => value < 5_000), false, true],
  [
    "a refinement of the same code",
    z.number().refine((value) => value < 50),
    z.number().refine((limit) => limit < 50),
    "unproved",
    "unproved",
  ],
  [
    "a refinement laid out otherwise",
    z.number().refine((value) => value < 50),
    z.number().refine((value) => /* fifty */ value < 50),
    true,
    true,
  ],
  [
    "a refinement tightened",
    z.number().refine((value) => value < 50),
    z.number().refine((value) => value < 49),
    false,
    "unproved",
  ],
  ["a refinement of what is outside", atMost(100), atMost(50), false, "unproved"],
  ["a refinement of what is outside, as it was", atMost(100), atMost(100), "unproved", "unproved"],
  ["a refinement by a function, as it was", z.number().refine(whole), z.number().refine(whole), true, true],
  ["a date, which JSON lacks", text, z.date(), false, "unproved"],
  ["a bigint, which JSON lacks", z.int(), z.bigint(), false, "unproved"],
];
