import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { acceptedValues, sampleValues } from "./sample.ts";

const schemas: [string, z.ZodType][] = [
  ["text with limits", z.string().min(3).max(40)],
  ["an email", z.email()],
  ["a UUID", z.uuid()],
  ["a URL", z.url()],
  ["a date", z.iso.date()],
  ["a pattern", z.string().regex(/^[a-c]{2,4}-\d+$/)],
  ["whole numbers", z.int().gt(-3).lt(3)],
  ["a multiple", z.number().int().multipleOf(5).min(1).max(100)],
  ["a number between", z.number().gt(0).lt(1)],
  ["a literal", z.literal(["a", 1, null])],
  ["a nullable choice", z.enum(["a", "b"]).nullable()],
  [
    "a tagged union",
    z.discriminatedUnion("t", [z.object({ t: z.literal("a"), n: z.int() }), z.object({ t: z.literal("b") })]),
  ],
  ["an intersection", z.intersection(z.object({ a: z.string() }), z.object({ b: z.int() }))],
  ["a tuple", z.tuple([z.string(), z.int()])],
  ["a list with limits", z.array(z.boolean()).min(2).max(5)],
  ["a record", z.record(z.string().min(2), z.int())],
  ["nested optional fields", z.object({ a: z.object({ b: z.string().optional() }).optional() })],
];

describe("values for any schema", () => {
  it.each(schemas)("%s", (_, schema) => {
    fc.assert(
      fc.property(acceptedValues(schema), (value) => schema.safeParse(value).success),
      { numRuns: 100, seed: 1 },
    );
  });

  it("include the limits", () => {
    const values = sampleValues(z.object({ n: z.number().min(0).max(7), s: z.string().max(4) }), {
      count: 200,
      seed: 1,
    });
    expect(values).toContainEqual(expect.objectContaining({ n: 0 }));
    expect(values).toContainEqual(expect.objectContaining({ n: 7 }));
    expect(values).toContainEqual(expect.objectContaining({ s: "aaaa" }));
  });

  it("that refinements leave none of are reported instead of searched for without end", () => {
    const impossible = z.object({ code: z.string().refine(() => false, "Never right") });
    expect(() => sampleValues(impossible, { count: 1, seed: 1 })).toThrow("code: Never right");
  });
});
