import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { defineEvent, type EventDefinition } from "./define-event.ts";
import { mohallaMartCatalogue } from "./mohallamart/catalogue.ts";
import { personal } from "./personal-data.ts";
import { personalFields, personalFieldsOf } from "./personal-fields.ts";
import { createRedactor } from "./redaction.ts";
import { acceptedValues } from "./schemas/sample.ts";
import { tenOceanCatalogue } from "./ten-ocean/catalogue.ts";

const redact = createRedactor(mohallaMartCatalogue, tenOceanCatalogue);
const definitions: readonly EventDefinition[] = [
  ...mohallaMartCatalogue.definitions,
  ...tenOceanCatalogue.definitions,
];

const marked = definitions.filter((definition) => personalFieldsOf(definition).length > 0);

test("the fields that hold personal data are these and no others", () => {
  const paths = marked.map((definition) => [
    definition.event,
    personalFieldsOf(definition).map(({ path }) => path),
  ]);
  expect(Object.fromEntries(paths)).toEqual({
    "user.created": ["email", "name", "phone"],
    "notification.send": ["data"],
    "analytics.track": ["properties"],
    "user/registered": ["email", "firstName", "lastName", "fullName"],
    "user/rejected": ["reason"],
    "notification/email.send": ["data"],
    "notification/push.send": ["title", "body"],
    "maintenance/request.resolved": ["resolution"],
  });
});

test("a field whose name suggests a person is marked", () => {
  const suspicious =
    /^(e-?mail|phone|.*name|address|title|body|text|message|note|reason|resolution|comment)$/i;
  /** A product's name, a template's name, and reasons from a fixed list. */
  const impersonal = ["search.index name", "user.deleted reason", "order.cancelled reason"];
  const unmarked = definitions.flatMap((definition) =>
    Object.keys(definition.schema.shape)
      .filter(
        (field) => suspicious.test(field) && !personalFieldsOf(definition).some(({ path }) => path === field),
      )
      .map((field) => `${definition.event} ${field}`),
  );
  expect(unmarked.sort()).toEqual(impersonal.sort());
});

describe("redact", () => {
  test("hides personal values and keeps the rest", () => {
    const data = {
      userId: "user_1",
      email: "a@example.com",
      name: "Asha",
      occurredAt: "2026-11-01T00:00:00.000Z",
    };
    expect(redact("user.created", data)).toEqual({ ...data, email: "[email]", name: "[name]" });
  });

  test("hides fields that only an earlier version has", () => {
    expect(redact("user/registered", { fullName: "Maya Fernandes" })).toEqual({ fullName: "[name]" });
  });

  const name = personal("name", z.string());

  test.each([
    [
      { a: z.object({ b: z.array(z.object({ name })) }) },
      { a: { b: [{ name: "A", id: 1 }] } },
      { a: { b: [{ name: "[name]", id: 1 }] } },
    ],
    [{ guests: z.array(name) }, { guests: ["Asha", "Maya"] }, { guests: ["[name]", "[name]"] }],
    [{ notes: z.record(z.string(), name) }, { notes: { first: "Asha" } }, { notes: { first: "[name]" } }],
    [{ a: z.object({ name }) }, { a: "not an object" }, { a: "not an object" }],
    [{ guests: z.array(name) }, { guests: null }, { guests: null }],
    [{ name: name.optional() }, { a: 1 }, { a: 1 }],
  ])("follows the marks %#", (shape, data, expected) => {
    const definition = defineEvent({
      ...{ name: "any", version: "2026-11-01.01", category: "test", owner: "tests", summary: "Test." },
      kind: "fact",
      data: z.object(shape) as z.ZodObject,
      examples: [{}, {}],
    });
    expect(createRedactor({ find: () => definition })("any", data)).toEqual(expected);
  });

  test("looks into the events that a failed run carries", () => {
    const event = { name: "user.created", data: { userId: "user_1", email: "a@example.com" } };
    const failed = {
      function_id: "f",
      run_id: "r",
      error: { name: "Error", message: "no" },
      event,
      events: [event],
    };
    const hidden = { name: "user.created", data: { userId: "user_1", email: "[email]" } };
    expect(redact("inngest/function.failed", failed)).toEqual({ ...failed, event: hidden, events: [hidden] });
    expect(redact("inngest/function.finished", { run_id: "r", result: { to: "Asha" } })).toEqual({
      run_id: "r",
      result: { to: "[text]" },
    });
  });

  test("hides every text of an event that it does not know", () => {
    expect(redact("else", { a: "Asha", b: [1, "x", null], c: { d: true } })).toEqual({
      a: "[text]",
      b: [1, "[text]", null],
      c: { d: true },
    });
  });

  test.each(marked.map((definition) => [definition.event, definition]))(
    "leaves no personal value in %s",
    (event, definition) => {
      const secret = "Xy7-secret-Xy7";
      fc.assert(
        fc.property(acceptedValues(definition.schema), (data) => {
          const secrets = Object.fromEntries(personalFieldsOf(definition).map(({ path }) => [path, secret]));
          const planted = Object.assign({}, data, secrets);
          expect(JSON.stringify(redact(event, planted))).not.toContain(secret);
        }),
        { numRuns: 20, seed: 4 },
      );
    },
  );
});

test("marks are found in every kind of schema and survive refinement", () => {
  const name = personal("name", z.string());
  const schema = z.object({
    direct: name.min(1).describe("refined"),
    maybe: name.optional(),
    nothing: name.nullable(),
    list: z.array(z.object({ name })),
    byKey: z.record(z.string(), name),
    either: z.union([z.number(), z.object({ name })]),
    plain: z.string(),
  });
  expect(personalFields(schema).map(({ path }) => path)).toEqual([
    ...["direct", "maybe", "nothing", "list[].name", "byKey.*", "either.name"],
  ]);
});

test("marking a schema does not mark the one it was made from", () => {
  const text = z.string();
  personal("free-text", text);
  expect(personalFields(z.object({ text }))).toEqual([]);
});
