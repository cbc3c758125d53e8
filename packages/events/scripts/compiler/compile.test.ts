import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { catalogues } from "../../src/catalogues.ts";
import { type Check, newReport, UNSTORABLE } from "../../src/internal/compiled/report.ts";
import { LONGEST_PATH, toEventIssues, writtenPath } from "../../src/internal/invalid-event-error.ts";
import { valuesOf } from "../../src/internal/schemas/arbitrary.ts";
import { toJsonSchema } from "../../src/internal/schemas/json-schema.ts";
import { applyChange, changesWith, isBranch, oddAndSmall } from "../../src/internal/testing/mutations.ts";
import { findUnstorable } from "../../src/internal/unstorable.ts";
import { isWholePaise } from "../../src/money.ts";
import { isPlainPattern } from "./checks.ts";
import { compile } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import { rules } from "./rules.ts";
import { mostBytes } from "./size.ts";

/** A few hundred an event take seconds; 100,000 an event, as before a release, some minutes. */
const values = Number(process.env.EVENT_COMPILED_VALUES ?? 300);

interface Answer {
  issues: unknown;
  data?: unknown;
  /** Deep equality does not look at it, and what is sent has it. */
  keys?: string;
  unstorable?: unknown;
}

function answerOf(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    return { issues: `threw ${String(error)}` };
  }
}

function accepted(data: unknown, unstorable: unknown): Answer {
  return { issues: [], data, keys: keysOf(data), unstorable };
}

function keysOf(data: unknown): string {
  if (!isBranch(data)) return "";
  return Object.entries(data)
    .map(([key, value]) => `${key}(${keysOf(value)})`)
    .join();
}

function zodsAnswer(schema: z.core.$ZodType, data: unknown): Answer {
  return answerOf(() => {
    const result = z.core.safeParse(schema, data);
    if (result.success) {
      expect(bytesOf(result.data)).toBeLessThanOrEqual(mostBytes(schema));
      const unstorable = findUnstorable(result.data);
      return accepted(result.data, unstorable && writtenPath(unstorable));
    }
    return { issues: toEventIssues(result.error.issues) };
  });
}

function compiledAnswer(check: Check, data: unknown): Answer {
  return answerOf(() => {
    const report = newReport();
    const result = check(data, report);
    const written = report.issues.map(({ path, reason }) => ({
      path: path.replace(/^\./, "").slice(0, LONGEST_PATH),
      reason,
    }));
    const issues = written.filter(({ reason }) => reason !== UNSTORABLE);
    return issues.length > 0 ? { issues } : accepted(result, written[0]?.path);
  });
}

function bytesOf(data: unknown): number {
  return Buffer.byteLength(JSON.stringify(data) ?? "");
}

function expectSame(event: string, schema: z.core.$ZodType, check: Check, data: unknown): void {
  const [ofZod, compiled] = [zodsAnswer(schema, data), compiledAnswer(check, data)];
  if (isDeepStrictEqual(ofZod, compiled)) return;
  expect({ event, data, answer: compiled }).toEqual({ event, data, answer: ofZod });
  throw new Error(`${event}: zod and the compiled contract differ in what no matcher shows.`);
}

const events = catalogues.flatMap(({ definitions }) =>
  definitions.map(({ event, schema }) => ({ event, schema })),
);

describe("a compiled contract says what zod says: the same paths, reasons and data", () => {
  it.each(events)("$event", { timeout: 600_000 }, ({ event, schema }) => {
    const check = evaluate(compile(event, schema, rules));
    const property = fc.property(
      valuesOf(toJsonSchema(schema, "input")),
      changesWith(oddAndSmall),
      fc.integer({ min: 0, max: 9 }),
      oddAndSmall,
      (value, steps, dice, instead) => {
        const data = structuredClone(value);
        if (isBranch(data)) for (const step of steps) applyChange(data, step);
        expectSame(event, schema, check, dice === 0 ? instead : data);
      },
    );
    fc.assert(property, { numRuns: values, seed: 5 });
  });
});

const anyData = fc.oneof(fc.anything(), oddAndSmall);

/** What contracts may use beyond what today's do; each beside values that are near its limits. */
const kinds: [string, z.core.$ZodType, unknown[]][] = [
  ["whole numbers", z.number().min(2).int().max(9), [1, 1.5, 2 ** 60, -(2 ** 60), Infinity, 10]],
  ["limits that are left out", z.number().gt(1).lt(3), [1, 2, 3]],
  [
    "lengths in code points",
    z.string().min(2).max(3),
    ["😀", "😀😀", "😀😀😀😀", "a", [], ["a"], { length: 1 }],
  ],
  ["conversions in their order", z.string().trim().regex(/^a/).max(2), [" a ", "b", "  a"]],
  [
    "formats",
    z.object({ a: z.uuid(), b: z.iso.date(), c: z.string().check(z.email("No email")) }),
    [{ a: 1, b: "x", c: "y" }],
  ],
  [
    "messages of their own",
    z.array(z.string().min(2, "Short")).max(2, "Many"),
    [["a"], ["a", "b", "c"], [1], "abc"],
  ],
  ["literals", z.literal(["a", 1, null]), ["a", "1", 1, null]],
  [
    "nullable",
    z.object({ a: z.string().nullable().optional() }),
    [{ a: null }, { a: 1 }, {}, { a: undefined }],
  ],
  ["booleans", z.array(z.boolean()).max(2), [[true, 1, "x"], [true]]],
  [
    "unions of objects",
    z.union([z.object({ a: z.string().min(3) }), z.object({ b: z.int() })]),
    [{ a: "a" }, { b: 1.5 }, {}],
  ],
  [
    "unions that only one option comes near",
    z.union([z.string().min(3), z.int().min(3)]),
    ["a", 1, 1.5, null],
  ],
  [
    "records of records",
    z.record(z.string().trim().min(1), z.record(z.string(), z.int())),
    [{ " a ": { b: 1 } }, { " ": {} }, { __proto__: 1 }, { a: 1 }, [1]],
  ],
  [
    "rules of parts and of the whole",
    z.object({ a: z.number().refine(isWholePaise, { path: ["x"] }) }),
    [{ a: 1.005 }, { a: "1" }],
  ],
  [
    "keys that are no identifiers",
    z.object({ "a-b": z.string(), c: z.int().optional() }),
    [{ "a-b": 1 }, { "a-b": "x", c: undefined }],
  ],
];

it.each(kinds)("compiles %s", (name, schema, edges) => {
  const check = evaluate(compile(name, schema, rules));
  for (const data of edges) expectSame(name, schema, check, data);
  fc.assert(
    fc.property(anyData, (data) => expectSame(name, schema, check, data)),
    { numRuns: 300, seed: 6 },
  );
});

it.each<[string, z.core.$ZodType]>([
  ["the kind date", z.object({ at: z.date() })],
  ["a rule that is written in place", z.object({ at: z.string().refine((text) => text !== "") })],
  ["a message that is computed", z.object({ at: z.string().min(1, { error: () => "no" }) })],
  ["a check that ends the others", z.object({ at: z.string().min(1, { abort: true }) })],
  ["an object that says what becomes of unknown keys", z.object({ at: z.looseObject({}) })],
  ["a coerced value", z.object({ at: z.coerce.number() })],
  ["the default of at", z.object({ at: z.string().default("x") })],
  ["the kind custom", z.object({ at: z.custom() })],
  ["the check multiple_of", z.object({ at: z.number().multipleOf(0.01) })],
  ["the check overwrite", z.object({ at: z.string().overwrite((text) => text.slice(1)) })],
  ["the key 1", z.object({ 1: z.string() })],
  ["a message in place of zod's", z.object({ at: z.string("no") })],
  ["the check string_format", z.object({ at: z.url() })],
])("refuses to guess: %s", (what, schema) => {
  expect(() => compile("some.event", schema, rules)).toThrow(`some.event, `);
  expect(() => compile("some.event", schema, rules)).toThrow(what);
});

it("checks timestamps as zod's pattern does: every day of a year of each kind, every hour, and what is near one", () => {
  const schema = z.object({ at: z.iso.datetime({ precision: 3 }) });
  const check = evaluate(compile("timestamps", schema, rules));
  const two = (part: number) => String(part).padStart(2, "0");
  const days = ["0000", "0001", "1900", "2000", "2023", "2024", "2100", "9996", "9999"].flatMap((year) =>
    Array.from({ length: 14 * 33 }, (_, day) => `${year}-${two(Math.floor(day / 33))}-${two(day % 33)}`),
  );
  const moments = [
    ...days.map((day) => `${day}T00:00:00.000Z`),
    ...Array.from({ length: 62 }, (_, part) => [
      `2026-11-01T${two(part)}:00:00.000Z`,
      `2026-11-01T23:${two(part)}:59.999Z`,
      `2026-11-01T23:59:${two(part)}.999Z`,
    ]).flat(),
    ...[
      "+010000-01-01T00:00:00.000Z",
      "-000001-01-01T00:00:00.000Z",
      "2026-11-01T00:00:00.00Z",
      "",
      "x".repeat(24),
    ],
    ...[
      "2026-11-01T00:00:00.000z",
      "2026-11-01 00:00:00.000Z",
      "2026-11-01T24:00:00.000Z",
      "2026-11-01T00:00:00.000+",
    ],
  ];
  for (const at of moments) expectSame("timestamps", schema, check, { at });
});

/** As a pattern's source may write it. */
const writtenNul = String.raw`\u0000`;

it("takes a pattern for storable only where what it accepts is ASCII for certain", () => {
  for (const plain of [/^user_[A-Za-z0-9]{1,64}$/, /^(user|admin)_\d+$/, /^[a-z]+(-[a-z]+)*$/]) {
    expect([plain, isPlainPattern(plain)]).toEqual([plain, true]);
  }
  for (const other of [
    /user/,
    /^a.b$/,
    /^[^a]$/,
    /^\S$/,
    /^a|b$/,
    /^[a-é]$/,
    /^a$/m,
    new RegExp(`^${writtenNul}$`),
    /^(?=a)$/,
  ]) {
    expect([other, isPlainPattern(other)]).toEqual([other, false]);
  }
});
