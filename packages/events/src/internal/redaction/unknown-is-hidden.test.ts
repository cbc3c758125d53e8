import fc from "fast-check";
import { expect, it } from "vitest";
import * as z from "zod";
import { catalogues } from "../../catalogues.ts";
import { defineEvent } from "../define-event.ts";
import { type PersonalDataKind, personal } from "../personal-data.ts";
import { personalFields } from "../personal-fields.ts";
import { createRedactor } from "../redaction.ts";

const name = personal("name", z.string());
const secret = "Asha Rao";

function redactorOf(shape: z.ZodRawShape) {
  const definition = defineEvent({
    ...{ name: "any", version: "2026-11-01.01", category: "test", owner: "tests", summary: "Test." },
    kind: "fact",
    data: z.object(shape) as z.ZodObject,
    examples: [{}, {}],
  });
  const redact = createRedactor({ find: () => definition });
  return (data: unknown) => redact("any", data);
}

const Comment = z.object({
  by: name,
  likes: z.int(),
  get replies() {
    return z.array(Comment);
  },
});

const hidden = "[name]";

it.each<[string, z.core.$ZodType, unknown, unknown]>([
  ["tuple", z.tuple([z.int(), name]), [1, secret], [1, hidden]],
  ["rest of a tuple", z.tuple([z.int()], name), [1, secret, secret], [1, hidden, hidden]],
  [
    "intersection",
    z.intersection(z.object({ id: z.int() }), z.object({ name })),
    { id: 1, name: secret },
    { id: 1, name: hidden },
  ],
  [
    "intersection with an unmarked side",
    z.intersection(z.object({ name: z.string() }), z.object({ name })),
    { name: secret },
    { name: hidden },
  ],
  ["lazy", z.lazy(() => z.object({ name })), { name: secret }, { name: hidden }],
  ["catch", name.catch(""), secret, hidden],
  ["default", name.default("x"), secret, hidden],
  ["prefault", name.prefault("x"), secret, hidden],
  ["nonoptional", name.optional().nonoptional(), secret, hidden],
  ["readonly", name.readonly(), secret, hidden],
  [
    "brand, refinement, description, metadata",
    name.min(1).brand("n").refine(Boolean).describe("n").meta({ id: "unknown-is-hidden" }),
    secret,
    hidden,
  ],
  ["pipe into a marked schema", z.string().pipe(name), secret, hidden],
  ["pipe out of a marked schema", name.pipe(z.string()), secret, hidden],
  ["transform", name.transform((text) => text.length), secret, hidden],
  ["preprocess", z.preprocess((value) => value, name), secret, hidden],
  ["catchall", z.object({ id: z.int() }).catchall(name), { id: 1, other: secret }, { id: 1, other: hidden }],
  ["record", z.record(z.string(), z.object({ name })), { a: { name: secret } }, { a: { name: hidden } }],
  ["keys of a record", z.record(name, z.int()), { [secret]: 1, "Maya R": 2 }, { "[name]": 1, "[name] 2": 2 }],
  [
    "recursion",
    Comment,
    { by: secret, likes: 1, replies: [{ by: secret, likes: 2, replies: [] }] },
    { by: hidden, likes: 1, replies: [{ by: hidden, likes: 2, replies: [] }] },
  ],
  [
    "marked object, extended",
    personal("address", z.object({ city: z.string() })).extend({ street: z.string() }),
    { city: "x", street: "y" },
    "[address]",
  ],
  [
    "union",
    z.union([z.object({ kind: z.literal("a"), name }), z.object({ kind: z.literal("b"), name: z.string() })]),
    { kind: "a", name: secret },
    { kind: "a", name: hidden },
  ],
  ["any", z.any(), { deep: [secret] }, { deep: ["[text]"] }],
  ["unknown", z.unknown(), secret, "[text]"],
  ["custom", z.custom<string>(), secret, "[text]"],
  ["loose object", z.looseObject({ id: z.int() }), { id: 1, name: secret }, { id: 1, name: "[text]" }],
])("a mark survives, and what is not described is hidden: %s", (_, field, data, expected) => {
  const redact = redactorOf({ field: field as z.ZodType });
  expect(redact({ field: data })).toEqual({ field: expected });
});

it.each<[string, unknown, unknown]>([
  ["an unknown key", { id: "ord_1", fullName: secret }, { id: "ord_1", fullName: "[text]" }],
  ["an unknown key that is an address", { "asha@example.com": true }, { "[key]": true }],
  [
    "a number under an unknown key",
    { id: "ord_1", mobile: 919_876_543_210 },
    { id: "ord_1", mobile: "[number]" },
  ],
  ["nested data in place of a text", { id: { typed: [secret] } }, { id: { typed: ["[text]"] } }],
  ["a text in place of nested data", { lines: secret }, { lines: "[text]" }],
  ["an item of the wrong shape", { lines: [{ count: 1 }, secret] }, { lines: [{ count: 1 }, "[text]"] }],
  ["a text that its field does not accept", { id: secret }, { id: "[text]" }],
  ["a list in place of the data", [secret], ["[text]"]],
  ["a text in place of the data", secret, "[text]"],
  ["a marked field of another type", { name: { first: secret } }, { name: hidden }],
])("of a wrong event too: %s", (_, data, expected) => {
  const redact = redactorOf({
    id: z.string().regex(/^ord_\d+$/),
    lines: z.array(z.object({ count: z.int() })),
    name,
  });
  expect(redact(data)).toEqual(expected);
});

it("an invalid event of a union shows what every option shows", () => {
  const redact = redactorOf({
    to: z.union([
      z.object({ kind: z.literal("person"), label: name, count: z.int() }),
      z.object({ kind: z.literal("shop"), label: z.string(), count: z.int() }),
    ]),
  });
  expect(redact({ to: { kind: "other", label: secret, count: 2 } })).toEqual({
    to: { kind: "[text]", label: hidden, count: 2 },
  });
});

it("keeps what a refinement throws on hidden, and what it says unsaid", () => {
  const strict = z.string().refine((text) => {
    if (text !== "fine") throw new Error(`no: ${text}`);
    return true;
  });
  expect(redactorOf({ strict })({ strict: secret })).toEqual({ strict: "[text]" });
});

it("unions of unions of themselves take no time that grows with each level", () => {
  const Tree: z.ZodType = z.lazy(() =>
    z.union([
      z.object({ left: Tree.optional(), a: z.int() }),
      z.object({ left: Tree.optional(), b: z.int() }),
    ]),
  );
  let data: unknown = { leaf: secret };
  for (let level = 0; level < 90; level++) data = { left: data };
  expect(JSON.stringify(redactorOf({ tree: Tree })({ tree: data }))).not.toContain(secret);
});

/** Every way in which a schema can hold another one, with data that reaches it. */
const ways: readonly ((inner: z.ZodType, data: unknown) => [z.ZodType, unknown])[] = [
  (inner, data) => [z.object({ a: inner }), { a: data }],
  (inner, data) => [z.object({}).catchall(inner), { some: data }],
  (inner, data) => [z.array(inner), [data]],
  (inner, data) => [z.tuple([inner]), [data]],
  (inner, data) => [z.tuple([z.int()], inner), [1, data]],
  (inner, data) => [z.record(z.string(), inner), { key: data }],
  (inner, data) => [z.union([z.int(), inner]), data],
  (inner, data) => [z.intersection(inner, z.any()), data],
  (inner, data) => [z.lazy(() => inner), data],
  (inner, data) => [inner.optional().nonoptional(), data],
  (inner, data) => [inner.nullable().catch(null), data],
  (inner, data) => [z.any().pipe(inner), data],
  (inner, data) => [inner.readonly(), data],
];

it("however schemas are put together, the marked text is hidden, and found by name", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(ways.length - 1), { maxLength: 8 }),
      fc.constantFrom<PersonalDataKind>("name", "free-text"),
      (steps, kind) => {
        let [schema, data]: [z.ZodType, unknown] = [personal(kind, z.string()), secret];
        for (const step of steps) [schema, data] = ways[step]?.(schema, data) ?? [schema, data];
        expect(personalFields(schema)).toContainEqual(expect.objectContaining({ kind }));
        expect(JSON.stringify(redactorOf({ field: schema })({ field: data }))).not.toContain(secret);
      },
    ),
    { numRuns: 300, seed: 3 },
  );
});

it("no text that an event's sender adds comes back, wherever it is put", () => {
  const redact = createRedactor(...catalogues);
  for (const { event, examples } of catalogues.flatMap(({ definitions }) => [...definitions])) {
    for (const example of examples) {
      const planted = [
        { ...example, nickname: secret },
        { ...example, extra: [{ deep: { er: secret } }] },
        { ...example, occurredAt: secret },
      ];
      for (const data of planted) expect(JSON.stringify(redact(event, data))).not.toContain(secret);
    }
  }
});

it("every example of every event keeps its ids readable", () => {
  const redact = createRedactor(...catalogues);
  for (const { event, examples, schema } of catalogues.flatMap(({ definitions }) => [...definitions])) {
    const marked = new Set(personalFields(schema).map(({ path }) => path));
    for (const example of examples as readonly Record<string, unknown>[]) {
      const shown = Object.fromEntries(Object.entries(example).filter(([key]) => !marked.has(key)));
      expect(redact(event, example)).toMatchObject(shown);
    }
  }
});

it("marks of a copy up to 0.1.0, which kept them in a registry, are read", () => {
  const shared = Symbol.for("@org/events/personal-data");
  const marks = z.registry<{ kind: PersonalDataKind }>();
  const old = z.string();
  marks.add(old, { kind: "name" });
  Reflect.set(globalThis, shared, marks);
  try {
    expect(redactorOf({ field: old.min(1).optional() })({ field: secret })).toEqual({ field: hidden });
  } finally {
    Reflect.deleteProperty(globalThis, shared);
  }
});
