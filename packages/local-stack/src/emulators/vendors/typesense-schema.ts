import * as z from "zod";
import { typesenseError } from "./typesense-error.ts";

const types = ["string", "int32", "int64", "float", "bool"] as const;
const fieldTypes: readonly string[] = types.flatMap((type) => [type, `${type}[]`]);

const fieldSchema = z
  .object({
    name: z.string().min(1),
    type: z.string(),
    facet: z.boolean().default(false),
    optional: z.boolean().default(false),
    index: z.boolean().default(true),
    sort: z.boolean().optional(),
  })
  .transform((field) => ({ ...field, sort: field.sort ?? !field.type.startsWith("string") }));

const collectionSchema = z.object({
  name: z.string().min(1),
  fields: z.array(fieldSchema).min(1),
  default_sorting_field: z.string().default(""),
  metadata: z.record(z.string(), z.unknown()).optional(),
});

export type Field = z.output<typeof fieldSchema>;
export type CollectionSchema = z.output<typeof collectionSchema>;
type Scalar = string | number | boolean;
export type Document = { id: string } & Record<string, unknown>;

/** @throws TypesenseFailure 400 with the server's wording. */
export function parseSchema(body: unknown): CollectionSchema {
  const schema = collectionSchema.safeParse(body);
  if (!schema.success) {
    const [issue] = schema.error.issues;
    throw typesenseError(400, `Parameter \`${issue?.path.join(".")}\` is required or of the wrong type.`);
  }
  const unknown = schema.data.fields.find(({ type }) => !fieldTypes.includes(type));
  if (unknown) {
    const { name, type } = unknown;
    throw typesenseError(
      400,
      `Field \`${name}\` has an invalid data type \`${type}\`, see docs for supported data types.`,
    );
  }
  return schema.data;
}

/**
 * A document whose values have the types of the schema; numbers and flags written as text are converted, as the
 * server's default `coerce_or_reject` does. Fields outside the schema are kept and not searched.
 * @throws TypesenseFailure 400 that names the first wrong field.
 */
export function parseDocument(schema: CollectionSchema, value: unknown, id: () => string): Document {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw typesenseError(400, "Bad JSON: not a properly formed document.");
  }
  const document: Document = { id: id(), ...value };
  if (typeof document.id !== "string" || document.id === "") {
    throw typesenseError(400, "Document's `id` field should be a string.");
  }
  for (const { name, type, optional } of schema.fields) {
    const given = document[name];
    if ((given === undefined || given === null) && optional) continue;
    if (given === undefined) {
      throw typesenseError(
        400,
        `Field \`${name}\` has been declared in the schema, but is not found in the document.`,
      );
    }
    document[name] = typedValue(name, type, given);
  }
  return document;
}

function typedValue(name: string, type: string, given: unknown): Scalar | Scalar[] {
  const isList = type.endsWith("[]");
  const scalarType = isList ? type.slice(0, -2) : type;
  const values = isList && Array.isArray(given) ? given : [given];
  const typed = values.map((value) => scalar(scalarType, value));
  const valid = typed.filter((value) => value !== undefined);
  if (isList !== Array.isArray(given) || valid.length !== typed.length) {
    throw typesenseError(400, `Field \`${name}\` must be ${described(type)}.`);
  }
  return isList ? valid : (valid[0] ?? "");
}

function scalar(type: string, value: unknown): Scalar | undefined {
  if (type === "string") return typeof value === "object" ? undefined : String(value);
  if (type === "bool") {
    return typeof value === "boolean"
      ? value
      : new Map([
          ["true", true],
          ["false", false],
        ]).get(String(value));
  }
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) return undefined;
  if (type === "int32" && !isInt32(number)) return undefined;
  return type === "float" || Number.isInteger(number) ? number : undefined;
}

function isInt32(value: number): boolean {
  return (value | 0) === value;
}

function described(type: string): string {
  if (type.endsWith("[]")) return `an array of ${type.slice(0, -2)}`;
  return type.startsWith("int") ? `an ${type}` : `a ${type}`;
}
