import * as z from "zod";

type Answer = true | false | "unproved";

/** Name, earlier schema, later schema, whether later readers take earlier events, and whether earlier ones take later events. */
export type SchemaPair = [string, z.ZodType, z.ZodType, Answer, Answer];

const { iso } = z;
const text = z.string();
const a = z.object({ a: text });
const atMost = (limit: number) => z.number().refine((value) => value <= limit);
const whole = (value: number) => value % 1 === 0;
const codec = z.codec(iso.datetime(), z.string(), {
  decode: (value) => value.slice(0, 10),
  encode: (value) => `${value}T00:00:00Z`,
});

interface Tree {
  name: string;
  children: Tree[];
}
const tree = (name: z.ZodString, most: number): z.ZodType<Tree> => {
  const node: z.ZodType<Tree> = z.object({ name, children: z.array(z.lazy(() => node)).max(most) });
  return node;
};
const chain = (value: z.ZodType): z.ZodType => {
  const node: z.ZodType = z.object({ value, next: z.lazy(() => node).optional() });
  return node;
};

const times: SchemaPair[] = [
  ["any precision, then milliseconds", iso.datetime(), iso.datetime({ precision: 3 }), false, true],
  [
    "milliseconds, then seconds",
    iso.datetime({ precision: 3 }),
    iso.datetime({ precision: 0 }),
    false,
    false,
  ],
  ["microseconds, then any precision", iso.datetime({ precision: 6 }), iso.datetime(), true, false],
  ["minutes, then any precision", iso.datetime({ precision: -1 }), iso.datetime(), false, false],
  ["UTC, then offsets too", iso.datetime(), iso.datetime({ offset: true }), true, false],
  ["UTC, then local too", iso.datetime(), iso.datetime({ local: true }), true, false],
  ["offsets, then local", iso.datetime({ offset: true }), iso.datetime({ local: true }), false, false],
  [
    "offsets, then both",
    iso.datetime({ offset: true }),
    iso.datetime({ offset: true, local: true }),
    true,
    false,
  ],
  ["a day, then a time", iso.date(), iso.datetime(), false, false],
  ["a day, then any text", iso.date(), text, true, false],
  ["a day, then ten characters", iso.date(), text.length(10), true, false],
  ["a day, then digits and dashes", iso.date(), text.regex(/^\d{4}-\d{2}-\d{2}$/), true, false],
  ["any time of day, then minutes", iso.time(), iso.time({ precision: -1 }), false, true],
  [
    "a day, then a day that February never has",
    iso.date(),
    text.regex(/^\d{4}-\d\d-(?!30)\d\d$/),
    false,
    false,
  ],
  ["a duration, then what begins with P", iso.duration(), text.startsWith("P"), true, false],
  ["a time, then at most 24 characters", iso.datetime({ precision: 3 }), text.max(24), true, false],
  ["a time, then at most 23 characters", iso.datetime({ precision: 3 }), text.max(23), false, false],
];

const formats: SchemaPair[] = [
  ["uuid, then guid", z.uuid(), z.guid(), true, false],
  ["uuid of any version, then of version 4", z.uuid(), z.uuidv4(), false, true],
  ["uuid of version 4, then of version 7", z.uuidv4(), z.uuidv7(), false, false],
  ["uuid, then 36 characters", z.uuid(), text.length(36), true, false],
  ["guid, then small letters", z.guid(), z.guid().regex(/^[0-9a-f-]+$/), false, true],
  ["url, then http url", z.url(), z.httpUrl(), false, true],
  ["url, then https", z.url(), z.url({ protocol: /^https$/ }), false, true],
  [
    "http or https, then https",
    z.url({ protocol: /^https?$/ }),
    z.url({ protocol: /^https$/ }),
    false,
    "unproved",
  ],
  [
    "url of one host, then of any under it",
    z.url({ hostname: /^a\.example\.com$/ }),
    z.url({ hostname: /example\.com$/ }),
    true,
    false,
  ],
  ["url, then any text", z.url(), text, true, false],
  ["email, then any text", z.email(), text, true, false],
  ["email, then html5 email", z.email(), z.email({ pattern: z.regexes.html5Email }), false, false],
  ["email, then unicode email", z.email(), z.email({ pattern: z.regexes.unicodeEmail }), false, false],
  [
    "email of at most 60, then unicode email",
    z.email().max(60),
    z.email({ pattern: z.regexes.unicodeEmail }),
    true,
    false,
  ],
  ["email, then what has an at sign", z.email(), text.includes("@"), true, false],
  ["email, then rfc5322 email", z.email(), z.email({ pattern: z.regexes.rfc5322Email }), true, false],
  ["ipv4, then digits and dots", z.ipv4(), text.regex(/^[\d.]+$/), true, false],
  ["ipv4, then ipv6", z.ipv4(), z.ipv6(), false, false],
  ["ipv6, then any text", z.ipv6(), text, true, false],
  ["base64, then base64url", z.base64(), z.base64url(), false, false],
  ["base64, then its letters", z.base64(), text.regex(/^[\w+/=]*$/), true, false],
  ["ulid, then 26 characters", z.ulid(), text.length(26), true, false],
  ["nanoid, then its letters", z.nanoid(), text.regex(/^[\w-]+$/), true, false],
  ["e164, then a plus and digits", z.e164(), text.regex(/^\+\d{7,15}$/), true, false],
  ["jwt of one algorithm, then of any", z.jwt({ alg: "HS256" }), z.jwt(), true, false],
  ["hex, then lowercase hex", z.hex(), z.hex().lowercase(), false, true],
];

const patterns: SchemaPair[] = [
  ["case ignored, then minded", text.regex(/^abc$/i), text.regex(/^abc$/), false, true],
  ["both cases spelled out", text.regex(/^ab$/i), text.regex(/^[aA][bB]$/), true, true],
  ["the kelvin sign is a k under iu only", text.regex(/^k$/iu), text.regex(/^k$/i), false, true],
  ["a dot is a character under u", text.regex(/^.$/u), text.regex(/^.$/), false, true],
  ["two units, one character", text.regex(/^..$/), text.regex(/^.{1,2}$/u), true, false],
  ["letters of any script", text.regex(/^\p{L}+$/u), text.regex(/^[\p{L}\p{M}]+$/u), true, false],
  ["latin letters, then letters", text.regex(/^[a-z]+$/), text.regex(/^\p{Ll}+$/u), true, false],
  ["a dot takes no line break", text.regex(/^.*$/s), text.regex(/^.*$/), false, true],
  ["a dollar is the very end", text.regex(/^a$/), text.length(1), true, false],
  ["anchors taken away", text.regex(/^a$/), text.regex(/a/), true, false],
  ["sticky is anchored", text.regex(/ab/y), text.regex(/^ab/), true, true],
  ["global is not", text.regex(/b/g), text.regex(/b/), true, true],
  ["a lookahead added", text.regex(/^[a-z0-9]{8,}$/), text.regex(/^(?=.*\d)[a-z0-9]{8,}$/), false, true],
  [
    "a lookahead that holds anyway",
    text.regex(/^\d[a-z0-9]{7,}$/),
    text.regex(/^(?=.*\d)[a-z0-9]{8,}$/),
    true,
    false,
  ],
  ["a negative lookahead", text.regex(/^(?!admin)[a-z]+$/), text.regex(/^[a-z]+$/), true, false],
  ["a letter that is small in one language alone", text.regex(/^ı$/i), text.regex(/^[ıI]$/), true, false],
  ["no digit, then anything but a line break", text.regex(/^\D+$/), text.regex(/^.+$/), false, false],
  ["one emoji, then two characters", text.regex(/^\p{Emoji_Presentation}$/u), text.max(2), true, false],
  ["a word boundary is not compared", text.regex(/^a\b/), text.regex(/^b\b/), false, "unproved"],
  [
    "a lookbehind is not compared",
    text.regex(/^[ab]*(?<=a)$/),
    text.regex(/^[ab]*(?<=a|a)$/),
    "unproved",
    "unproved",
  ],
  ["a resolved backreference", text.regex(/^(a|b)\1$/), text.regex(/^[ab]{2}$/), true, false],
  [
    "an automaton too large",
    text.regex(/^(a|b)*a(a|b){17}$/),
    text.regex(/^(a|b)*a(a|b){17}c?$/),
    "unproved",
    "unproved",
  ],
  [
    "an id of the same kind, longer",
    text.regex(/^ord_[A-Za-z0-9]{1,64}$/),
    text.regex(/^ord_[A-Za-z0-9]{1,128}$/),
    true,
    false,
  ],
  [
    "alternatives in another order",
    text.regex(/^(user|admin)_\d+$/),
    text.regex(/^(admin|user)_\d\d*$/),
    true,
    true,
  ],
  ["prefix and suffix", text.startsWith("a").endsWith("z"), text.regex(/^a[\s\S]*z$/), true, true],
  ["one prefix within another", text.startsWith("abc"), text.startsWith("ab"), true, false],
  ["special characters in a prefix", text.startsWith("a.b"), text.startsWith("axb"), false, false],
  ["choices, then a pattern that they match", z.enum(["ab", "ac"]), text.regex(/^a/), true, false],
  ["choices, then a pattern that one does not match", z.enum(["ab", "c"]), text.regex(/^a/), false, false],
  [
    "a template, then its pattern",
    z.templateLiteral(["v", z.enum(["1", "2"])]),
    z.enum(["v1", "v2"]),
    "unproved",
    true,
  ],
];

const lengths: SchemaPair[] = [
  ["one character, two units", text.max(1), text.regex(/^[\s\S]?$/), false, true],
  ["a shorter maximum", text.max(20), text.max(19), false, true],
  ["a minimum added", text, text.min(1), false, true],
  ["what is not blank, then at least one", text.regex(/\S/), text.min(1), true, false],
  ["trimmed, then not", text.trim(), text, true, true],
  ["blank allowed, then trimmed and not", text.min(1), text.trim().min(1), false, true],
  ["trimmed with another maximum", text.trim().max(5), text.trim().max(6), true, false],
  ["lower case, then any", text.toLowerCase(), text, true, true],
  ["length, then a range", text.length(3), text.min(2).max(3), true, false],
];

const numbers: SchemaPair[] = [
  ["whole, then any", z.int(), z.number(), true, false],
  ["32 bits, then safe", z.int32(), z.int(), true, false],
  ["unsigned, then signed 32 bits", z.uint32(), z.int32(), false, false],
  ["single, then double", z.float32(), z.float64(), true, false],
  ["not negative, then positive", z.number().min(0), z.number().positive(), false, true],
  ["whole above 0, then whole from 1", z.int().gt(0), z.int().min(1), true, true],
  ["above 0, then from 1", z.number().gt(0), z.number().min(1), false, true],
  ["whole below 10, then at most 9.5", z.int().lt(10), z.int().max(9.5), true, true],
  ["whole, then multiples of 1", z.int(), z.number().multipleOf(1), true, false],
  [
    "tens, then fives",
    z.int().max(1e9).min(0).multipleOf(10),
    z.int().max(1e9).min(0).multipleOf(5),
    true,
    false,
  ],
  ["paise, then five paise", z.number().multipleOf(0.01), z.number().multipleOf(0.05), false, "unproved"],
  ["paise, as they were", z.number().multipleOf(0.01), z.number().multipleOf(0.01), true, true],
  ["a literal within a range", z.literal(5), z.number().min(5), true, false],
  ["a zero of the other sign", z.literal(0), z.literal(-0), true, true],
  [
    "whole, then what doubles count one by one",
    z.int(),
    z
      .number()
      .min(-(2 ** 53))
      .max(2 ** 53),
    true,
    false,
  ],
  [
    "thirties without an end, then fifteens",
    z.int().multipleOf(30),
    z.int().multipleOf(15),
    "unproved",
    false,
  ],
  ["a literal, then multiples", z.literal(0.3), z.number().multipleOf(0.1), true, false],
  ["numbers, then texts", z.number(), text, false, false],
];

const objects: SchemaPair[] = [
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

const records: SchemaPair[] = [
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

const lists: SchemaPair[] = [
  ["a pair, then a list", z.tuple([text, text]), z.array(text), true, false],
  ["a pair, then with a rest", z.tuple([text, z.int()]), z.tuple([text]).rest(z.number()), true, false],
  ["an optional item", z.tuple([text]), z.tuple([text, text.optional()]), true, false],
  ["not empty", z.array(text), z.array(text).nonempty(), false, true],
  ["at most 200, then 100", z.array(text).max(200), z.array(text).max(100), false, true],
  ["unique", z.array(text), z.array(text).refine((list) => new Set(list).size === list.length), false, true],
];

const unions: SchemaPair[] = [
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

const code: SchemaPair[] = [
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

const recursion: SchemaPair[] = [
  ["a tree, as it was", tree(text.max(10), 3), tree(text.max(10), 3), true, true],
  ["a tree with shorter names", tree(text.max(10), 3), tree(text.max(9), 3), false, true],
  ["a tree with more branches", tree(text, 3), tree(text, 4), true, false],
  ["a chain of whole numbers, then of numbers", chain(z.int()), chain(z.number()), true, false],
  [
    "a tree, then its first two levels",
    tree(text, 2),
    z.object({ name: text, children: z.array(z.object({ name: text, children: z.array(z.any()) })) }),
    true,
    false,
  ],
];

export const schemaPairs: Record<string, SchemaPair[]> = {
  times,
  formats,
  patterns,
  lengths,
  numbers,
  objects,
  records,
  lists,
  unions,
  code,
  recursion,
};
