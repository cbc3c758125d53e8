import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { catalogues } from "../catalogues.ts";
import { defineEvent } from "./define-event.ts";
import { personal } from "./personal-data.ts";
import { personalFields, personalFieldsOf } from "./personal-fields.ts";
import { createRedactor } from "./redaction.ts";
import { acceptedValues } from "./schemas/sample.ts";
import { documentedEvents } from "./testing/documented-events.ts";
import { versionedCatalogue } from "./testing/versioned-events.ts";

const redact = createRedactor(...catalogues);
const definitions = catalogues.flatMap((catalogue) => catalogue.definitions);

const marked = [...catalogues, versionedCatalogue].flatMap((catalogue) =>
  catalogue.definitions
    .filter((definition) => personalFieldsOf(definition).length > 0)
    .map((definition) => [definition.event, definition, catalogue] as const),
);

it("the documented events' fields that hold personal data are these and no others", () => {
  const documented = new Set(Object.values(documentedEvents).flatMap((events) => Object.keys(events)));
  const paths = catalogues
    .flatMap((catalogue) => catalogue.definitions)
    .filter(({ event }) => documented.has(event))
    .map((definition) => [definition.event, personalFieldsOf(definition).map(({ path }) => path)] as const)
    .filter(([, fields]) => fields.length > 0);
  expect(Object.fromEntries(paths)).toEqual({
    "user.created": ["email", "name", "phone"],
    "notification.send": ["data"],
    "analytics.track": ["properties"],
    "user/registered": ["email", "firstName", "lastName"],
    "user/rejected": ["reason"],
    "notification/email.send": ["data"],
    "notification/push.send": ["title", "body"],
    "maintenance/request.resolved": ["resolution"],
  });
});

it("a field whose name suggests a person is marked", () => {
  const suspicious =
    /^(e-?mail|phone|.*name|address|title|body|text|message|note|reason|resolution|comment)$/i;
  /** A product's name, a template's name, and reasons from a fixed list. */
  const impersonal = [
    "search.index name",
    "user.deleted reason",
    "user/removed reason",
    "order.cancelled reason",
    "order.deliveryAttemptFailed reason",
    "order.tellCancelled reason",
  ];
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
  it("hides personal values and keeps the rest", () => {
    const data = {
      userId: "user_1",
      email: "a@example.com",
      name: "Asha",
      occurredAt: "2026-11-01T00:00:00.000Z",
    };
    expect(redact("user.created", data)).toEqual({ ...data, email: "[email]", name: "[name]" });
  });

  it("hides fields that only an earlier version has", () => {
    expect(createRedactor(versionedCatalogue)("user/registered", { fullName: "Maya Fernandes" })).toEqual({
      fullName: "[name]",
    });
  });

  const name = personal("name", z.string());

  it.each([
    [
      { a: z.object({ b: z.array(z.object({ name })) }) },
      { a: { b: [{ name: "A", id: 1 }] } },
      { a: { b: [{ name: "[name]", id: "[number]" }] } },
    ],
    [{ guests: z.array(name) }, { guests: ["Asha", "Maya"] }, { guests: ["[name]", "[name]"] }],
    [{ notes: z.record(z.string(), name) }, { notes: { first: "Asha" } }, { notes: { first: "[name]" } }],
    [{ a: z.object({ name }) }, { a: "not an object" }, { a: "[text]" }],
    [{ guests: z.array(name) }, { guests: null }, { guests: null }],
    [{ name: name.optional() }, { a: 1 }, { a: "[number]" }],
  ])("follows the marks %#", (shape, data, expected) => {
    const definition = defineEvent({
      ...{ name: "any", version: "2026-11-01.01", category: "test", owner: "tests", summary: "Test." },
      kind: "fact",
      data: z.object(shape) as z.ZodObject,
      examples: [{}, {}],
    });
    expect(createRedactor({ find: () => definition })("any", data)).toEqual(expected);
  });

  it("looks into the events that a failed run carries", () => {
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

  it("hides every text of an event that it does not know", () => {
    expect(redact("else", { a: "Asha", b: [1, "x", null], c: { d: true } })).toEqual({
      a: "[text]",
      b: [1, "[text]", null],
      c: { d: true },
    });
  });

  it.each(marked)("leaves no personal value in %s", (event, definition, catalogue) => {
    const redactIn = createRedactor(catalogue);
    const secret = "Xy7-secret-Xy7";
    fc.assert(
      fc.property(acceptedValues(definition.schema), (data) => {
        const secrets = Object.fromEntries(personalFieldsOf(definition).map(({ path }) => [path, secret]));
        const planted = Object.assign({}, data, secrets);
        expect(JSON.stringify(redactIn(event, planted))).not.toContain(secret);
      }),
      { numRuns: 20, seed: 4 },
    );
  });
});

it("marks are found in every kind of schema and survive refinement", () => {
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

it("marking a schema does not mark the one it was made from", () => {
  const text = z.string();
  personal("free-text", text);
  expect(personalFields(z.object({ text }))).toEqual([]);
});
