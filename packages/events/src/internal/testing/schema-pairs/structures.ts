import * as z from "zod";
import type { SchemaPair } from "./schema-pair.ts";

const text = z.string();
const a = z.object({ a: text });

export const objects: SchemaPair[] = [
  ["an optional field added", a, a.extend({ b: text.optional() }), true, true],
  [
    "an optional field that unknown ones may contradict",
    a.loose(),
    a.extend({ b: text.optional() }),
    false,
    true,
  ],
  [
    "strict to an additional field",
    z.strictObject({ a: text }),
    z.strictObject({ a: text, b: text.optional() }),
    true,
    false,
  ],
  ["strict, then open", z.strictObject({ a: text }), a, true, true],
  ["whole numbers besides, then numbers", a.catchall(z.int()), a.catchall(z.number()), true, false],
  ["numbers besides, then none", a.catchall(z.number()), z.strictObject({ a: text }), false, true],
  ["all optional", a, a.partial(), true, false],
  ["null is not absent", z.object({ a: text.nullable() }), z.object({ a: text.optional() }), false, false],
  ["a default", z.object({ a: text.optional() }), z.object({ a: text.default("x") }), true, true],
  ["a default taken away", z.object({ a: text.default("x") }), a, true, true],
  ["a prefault", z.object({ a: text.optional() }), z.object({ a: text.prefault("x") }), true, true],
  ["a catch takes everything", a, z.object({ a: z.int().catch(1) }), true, false],
  [
    "merged, then as one",
    z.intersection(a, z.object({ b: z.int() })),
    z.object({ a: text, b: z.int() }),
    true,
    true,
  ],
  [
    "merged with a narrower field",
    z.intersection(a, z.object({ a: text.max(3) })),
    z.object({ a: text.max(4) }),
    true,
    false,
  ],
  ["read only", a, a.readonly(), true, true],
  ["a field named as a member of every object", a, a.extend({ constructor: text }), false, true],
  [
    "such a field, optional, which zod finds in every object",
    a,
    a.extend({ toString: text.optional() }),
    false,
    true,
  ],
  [
    "such a field, in both of two",
    z.intersection(a, z.object({ valueOf: text })),
    a.extend({ valueOf: text }),
    true,
    true,
  ],
  [
    "two fields, then both by one of them",
    z.object({ a: z.boolean(), b: z.boolean() }),
    z.discriminatedUnion("a", [
      z.object({ a: z.literal(true), b: z.literal(true) }),
      z.object({ a: z.literal(false), b: z.literal(false) }),
    ]),
    false,
    true,
  ],
];

export const records: SchemaPair[] = [
  ["values longer", z.record(text, text.max(3)), z.record(text, text.max(4)), true, false],
  ["names shorter", z.record(text.max(4), z.int()), z.record(text.max(3), z.int()), false, true],
  ["names of a pattern", z.record(text.regex(/^a/), z.int()), z.record(text, z.int()), true, false],
  [
    "all of an enum, then some",
    z.record(z.enum(["a", "b"]), z.int()),
    z.partialRecord(z.enum(["a", "b"]), z.int()),
    true,
    false,
  ],
  ["an enum grows", z.record(z.enum(["a"]), z.int()), z.record(z.enum(["a", "b"]), z.int()), false, false],
  [
    "some of an enum grows",
    z.partialRecord(z.enum(["a"]), z.int()),
    z.partialRecord(z.enum(["a", "b"]), z.int()),
    true,
    false,
  ],
  ["an object, then a record", z.object({ a: z.int() }), z.record(text, z.int()), true, false],
  ["a record, then an object", z.record(text, z.int()), z.object({ a: z.int().optional() }), true, true],
];

export const lists: SchemaPair[] = [
  ["a pair, then a list", z.tuple([text, text]), z.array(text), true, false],
  ["a pair, then with a rest", z.tuple([text, z.int()]), z.tuple([text]).rest(z.number()), true, false],
  ["an optional item", z.tuple([text]), z.tuple([text, text.optional()]), true, false],
  ["not empty", z.array(text), z.array(text).nonempty(), false, true],
  ["at most 200, then 100", z.array(text).max(200), z.array(text).max(100), false, true],
  ["unique", z.array(text), z.array(text).refine((list) => new Set(list).size === list.length), false, true],
];

export const unions: SchemaPair[] = [
  ["true and false, then both", z.union([z.literal(true), z.literal(false)]), z.boolean(), true, true],
  ["alternatives in another order", z.union([text, z.int()]), z.union([z.int(), text]), true, true],
  ["an alternative added", z.union([text, z.int()]), z.union([text, z.int(), z.null()]), true, false],
  [
    "an enum of an object, then objects",
    z.object({ k: z.enum(["a", "b"]) }),
    z.discriminatedUnion("k", [z.object({ k: z.literal("a") }), z.object({ k: z.literal("b") })]),
    true,
    true,
  ],
  [
    "a discriminated alternative added",
    z.discriminatedUnion("k", [z.object({ k: z.literal("a"), x: z.int() }), z.object({ k: z.literal("b") })]),
    z.discriminatedUnion("k", [
      z.object({ k: z.literal("a"), x: z.number() }),
      z.object({ k: z.literal("b") }),
      z.object({ k: z.literal("c") }),
    ]),
    true,
    false,
  ],
  ["exactly one", z.union([text, z.int()]), z.xor([text, z.int()]), "unproved", true],
  [
    "ranges that together are one",
    z.int().min(0),
    z.union([z.int().min(0).max(9), z.int().min(10)]),
    "unproved",
    true,
  ],
  ["any value, then every JSON value", z.any(), z.json(), "unproved", true],
];
