import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { check_compat, initSync } from "jsoncompat";
import type { JsonSchema } from "../schemas/json-schema.ts";

let loaded = false;

function load(): void {
  if (loaded) return;
  const wasm = createRequire(import.meta.url).resolve("jsoncompat/jsoncompat_wasm_bg.wasm");
  initSync({ module: readFileSync(wasm) });
  loaded = true;
}

/** True when it is proven that every value of `part` is one of `whole`; false says that no proof was found. */
export function isProvenSubset(part: JsonSchema, whole: JsonSchema): boolean {
  load();
  return check_compat(JSON.stringify(provable(part)), JSON.stringify(provable(whole)), "deserializer");
}

/** Records as `patternProperties`, the form in which the prover compares their values; it knows no annotations. */
function provable(schema: JsonSchema): JsonSchema {
  const rewritten = mapSubschemas(schema, provable);
  const { "x-personal-data": _, description: __, title: ___, ...proven } = rewritten;
  if (typeof proven.additionalProperties !== "object" || proven.properties) return proven;
  const { additionalProperties, propertyNames: ____, ...record } = proven;
  return { ...record, patternProperties: { "": additionalProperties }, additionalProperties: false };
}

/** The same schema with every direct subschema replaced. */
export function mapSubschemas(schema: JsonSchema, map: (schema: JsonSchema) => JsonSchema): JsonSchema {
  const mapped: JsonSchema = { ...schema };
  if (schema.properties) {
    mapped.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [key, map(value)]),
    );
  }
  if (schema.items) mapped.items = map(schema.items);
  if (schema.prefixItems) mapped.prefixItems = schema.prefixItems.map(map);
  if (typeof schema.additionalProperties === "object")
    mapped.additionalProperties = map(schema.additionalProperties);
  if (schema.propertyNames) mapped.propertyNames = map(schema.propertyNames);
  if (schema.anyOf) mapped.anyOf = schema.anyOf.map(map);
  if (schema.oneOf) mapped.oneOf = schema.oneOf.map(map);
  if (schema.allOf) mapped.allOf = schema.allOf.map(map);
  return mapped;
}
