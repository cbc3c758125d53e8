import * as z from "zod";
import { personalKind } from "../personal-data.ts";

/** A JSON Schema document, or one of its subschemas. */
export interface JsonSchema {
  $schema?: "http://json-schema.org/draft-07/schema#" | "https://json-schema.org/draft/2020-12/schema";
  $id?: string;
  title?: string;
  description?: string;
  type?: "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  patternProperties?: Record<string, JsonSchema>;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  minItems?: number;
  maxItems?: number;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  /** The kind of personal data a field holds; ours, hence the prefix. */
  "x-personal-data"?: string;
}

export type JsonSchemaTarget = "draft-07" | "draft-2020-12";

/** Which side of the parser: what a sender may pass in, or what a reader gets out. */
export type Side = "input" | "output";

/**
 * JSON Schema of a zod schema. Refinements have no JSON Schema and are left out.
 * @throws when the schema holds types that JSON does not have (Date, bigint, Map)
 */
export function toJsonSchema(
  schema: z.ZodType,
  io: Side,
  target: JsonSchemaTarget = "draft-2020-12",
): JsonSchema {
  return asJsonSchema(
    z.toJSONSchema(schema, {
      io,
      target,
      override: ({ zodSchema, jsonSchema }) => {
        const kind = personalKind(zodSchema);
        if (kind) jsonSchema["x-personal-data"] = kind;
      },
    }),
  );
}

/** Guarantee: zod emits plain JSON Schema of the subset that {@link JsonSchema} lists. */
function asJsonSchema(schema: unknown): JsonSchema {
  return schema as JsonSchema;
}
