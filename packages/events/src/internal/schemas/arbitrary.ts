import fc from "fast-check";
import type { JsonSchema } from "./json-schema.ts";

type Values = fc.Arbitrary<unknown>;

/**
 * Values that a JSON Schema accepts, with its limits (shortest, longest, smallest, largest) among the likely
 * ones, because contracts break at their limits. Optional keys come and go; unknown keys do not appear.
 */
export function valuesOf(schema: JsonSchema): Values {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return fc.oneof({ withCrossShrink: true }, ...branches.map(valuesOf));
  if (schema.allOf) return valuesOf(intersection(schema, schema.allOf));
  switch (schema.type) {
    case "string":
      return strings(schema);
    case "integer":
      return integers(schema);
    case "number":
      return numbers(schema);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return arrays(schema);
    case "object":
      return objects(schema);
    default:
      return fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  }
}

/** Enough for the `allOf` that zod emits: keywords side by side, each given once. */
function intersection({ allOf: _, ...schema }: JsonSchema, parts: JsonSchema[]): JsonSchema {
  return Object.assign({}, schema, ...parts, {
    properties: Object.assign({}, schema.properties, ...parts.map((part) => part.properties)),
    required: [...(schema.required ?? []), ...parts.flatMap((part) => part.required ?? [])],
  });
}

const byFormat: ReadonlyMap<string, fc.Arbitrary<string>> = new Map([
  ["email", fc.emailAddress()],
  ["uri", fc.webUrl()],
  ["uuid", fc.uuid()],
  ["ipv4", fc.ipV4()],
  ["ipv6", fc.ipV6()],
  ["date", dates((date) => date.toISOString().slice(0, 10))],
  ["time", dates((date) => date.toISOString().slice(11, 19))],
  ["date-time", dates((date) => date.toISOString())],
]);

function dates(format: (date: Date) => string): fc.Arbitrary<string> {
  const range = { min: new Date("2000-01-01T00:00:00.000Z"), max: new Date("2099-12-31T23:59:59.999Z") };
  return fc.date({ ...range, noInvalidDate: true }).map(format);
}

function strings({ format, pattern, minLength = 0, maxLength = 10_000 }: JsonSchema): fc.Arbitrary<string> {
  const fits = (value: string) => value.length >= minLength && value.length <= maxLength;
  const formatted = byFormat.get(format ?? "");
  if (formatted) {
    const expression = pattern === undefined ? undefined : new RegExp(pattern);
    return formatted.filter((value) => fits(value) && (!expression || expression.test(value)));
  }
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern)).filter(fits);
  const usual = fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 24) });
  return fc.oneof(
    { weight: 8, arbitrary: usual },
    { weight: 1, arbitrary: fc.constant("a".repeat(maxLength)) },
  );
}

function integers({
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  multipleOf = 1,
}: JsonSchema): Values {
  const lowest = Math.max(minimum ?? Number.MIN_SAFE_INTEGER, (exclusiveMinimum ?? -Infinity) + 1);
  const highest = Math.min(maximum ?? Number.MAX_SAFE_INTEGER, (exclusiveMaximum ?? Infinity) - 1);
  const min = Math.ceil(lowest / multipleOf);
  const max = Math.floor(highest / multipleOf);
  return fc.integer({ min, max }).map((value) => value * multipleOf);
}

/** Two decimals often, as amounts of money have, and sometimes more, as they must not. */
function numbers(schema: JsonSchema): Values {
  const min = Math.max(schema.minimum ?? -1e9, schema.exclusiveMinimum ?? -1e9);
  const max = Math.min(schema.maximum ?? 1e9, schema.exclusiveMaximum ?? 1e9);
  const excluded = new Set([schema.exclusiveMinimum, schema.exclusiveMaximum]);
  return fc
    .oneof(
      { withCrossShrink: true },
      { weight: 4, arbitrary: fractions(min, max, 100) },
      { weight: 2, arbitrary: fractions(min, max, 10_000) },
      { weight: 1, arbitrary: fc.constantFrom(min, max) },
    )
    .filter((value) => !excluded.has(value));
}

function fractions(min: number, max: number, parts: number): fc.Arbitrary<number> {
  const range = { min: Math.ceil(min * parts), max: Math.floor(max * parts) };
  return fc.integer(range).map((value) => value / parts);
}

function arrays({ items = {}, prefixItems, minItems = 0, maxItems = 1_000 }: JsonSchema): Values {
  if (prefixItems) return fc.tuple(...prefixItems.map(valuesOf));
  const values = valuesOf(items);
  const usual = fc.array(values, { minLength: minItems, maxLength: Math.min(maxItems, minItems + 4) });
  if (maxItems > 20) return usual;
  const full = fc.array(values, { minLength: maxItems, maxLength: maxItems });
  return fc.oneof({ withCrossShrink: true }, { weight: 6, arbitrary: usual }, { weight: 1, arbitrary: full });
}

function objects(schema: JsonSchema): Values {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const known = fc.record(
    Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, valuesOf(value)])),
    { requiredKeys: required.filter((key) => key in properties) },
  );
  if (typeof additionalProperties !== "object") return known;
  const names = strings(propertyNames ?? { minLength: 1, maxLength: 20 }).filter(
    (name) => name !== "__proto__",
  );
  const open = fc.dictionary(names, valuesOf(additionalProperties), { maxKeys: 4 });
  return fc.tuple(open, known).map(([extra, fixed]) => ({ ...extra, ...fixed }));
}
