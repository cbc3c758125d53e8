import { Parser } from "@asyncapi/parser";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogues } from "../../catalogues.ts";
import { tenOceanCatalogue } from "../../ten-ocean.ts";
import { eventSlug } from "../event-slug.ts";
import { asyncApiDocument } from "./async-api.ts";
import { type JsonSchemaTarget, toJsonSchema } from "./json-schema.ts";
import { acceptedValues } from "./sample.ts";

const definitions = catalogues.flatMap((catalogue) => catalogue.definitions);

function validatorOf(schema: object, target: JsonSchemaTarget) {
  const ajv = target === "draft-07" ? new Ajv({ strict: false }) : new Ajv2020({ strict: false });
  addFormats.default(ajv as Ajv);
  return ajv.compile(schema);
}

describe.each(["draft-07", "draft-2020-12"] as const)("JSON Schema %s", (target) => {
  it.each(definitions.map((definition) => [definition.event, definition] as const))(
    "of %s accepts what the parser accepts",
    (_, definition) => {
      const validate = validatorOf(toJsonSchema(definition.schema, "input", target), target);
      for (const example of definition.examples) {
        expect(validate({ ...example, occurredAt: "2026-11-01T00:00:00.000Z" })).toBe(true);
      }
      expect(validate({})).toBe(false);
      const accepted = fc.property(acceptedValues(definition.schema), (value) => validate(value));
      fc.assert(accepted, { numRuns: 30, seed: 5 });
    },
  );

  it("carries the marks of personal data and the descriptions", () => {
    const text = JSON.stringify(
      toJsonSchema(tenOceanCatalogue.get("user/registered").schema, "input", target),
    );
    expect(text).toContain('"x-personal-data":"email"');
    expect(text).toContain("Empty for people who use a single name");
  });
});

describe.each(catalogues.map((catalogue) => [catalogue.name, catalogue] as const))(
  "AsyncAPI of %s",
  (_, catalogue) => {
    const document = asyncApiDocument(catalogue, "1.2.3");

    it("passes the official parser", async () => {
      const diagnostics = await new Parser().validate(JSON.parse(JSON.stringify(document)));
      expect(diagnostics.filter(({ severity }) => severity <= 1)).toEqual([]);
    });

    it("has one channel and message for each event, whose examples fit the payload's schema", () => {
      expect(Object.values(document.channels).map(({ address }) => address)).toEqual(
        catalogue.definitions.map(({ event }) => event),
      );
      for (const { payload, examples } of Object.values(document.components.messages)) {
        const validate = validatorOf(payload.schema, "draft-07");
        expect(examples.length).toBeGreaterThanOrEqual(2);
        for (const example of examples) expect(validate(example.payload)).toBe(true);
        expect(validate({ ...Object(examples[0]?.payload), name: "other" })).toBe(false);
      }
    });
  },
);

it("slugs are unique in a catalogue and spell like the source files", () => {
  expect(eventSlug("mohallamart", "product.outOfStock")).toBe("product-out-of-stock");
  expect(eventSlug("ten-ocean", "user/profile.updated")).toBe("user-profile-updated");
  expect(eventSlug("operations", "operations/dead-letter.replay-requested")).toBe(
    "dead-letter-replay-requested",
  );
  for (const { name, definitions } of catalogues) {
    expect(new Set(definitions.map(({ event }) => eventSlug(name, event))).size).toBe(definitions.length);
  }
});
