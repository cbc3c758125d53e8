import type { JsonSchema } from "./json-schema.ts";

export interface FieldDescription {
  /** `items[].quantity`, `properties.*`. */
  path: string;
  type: string;
  required: boolean;
  /** Limits and pattern in words; empty when there are none. */
  limits: string;
  /** Kind of personal data, if the field holds any. */
  personal?: string;
  description?: string;
}

/** Every field of a data schema, nested ones after their parent, for people to read. */
export function describeFields(schema: JsonSchema, parent = ""): FieldDescription[] {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const path = parent ? `${parent}.${key}` : key;
    const required = schema.required?.includes(key) ?? false;
    return [describe(path, required, field), ...describeFields(field, path)];
  });
  if (schema.items) fields.push(...describeFields(schema.items, `${parent}[]`));
  return fields;
}

function describe(path: string, required: boolean, schema: JsonSchema): FieldDescription {
  const personal = schema["x-personal-data"];
  return {
    path,
    type: typeName(schema),
    required,
    limits: limitsOf(schema),
    ...(personal ? { personal } : {}),
    ...(schema.description ? { description: schema.description } : {}),
  };
}

function typeName(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return branches.map(typeName).join(" | ");
  if (schema.type === "array") return `${parenthesised(typeName(schema.items ?? {}))}[]`;
  if (typeof schema.additionalProperties === "object")
    return `{ [key]: ${typeName(schema.additionalProperties)} }`;
  if (schema.format === "date-time") return "timestamp";
  return schema.type ?? "any";
}

function parenthesised(type: string): string {
  return type.includes(" ") ? `(${type})` : type;
}

function limitsOf(schema: JsonSchema): string {
  if (schema.format) return schema.format === "date-time" ? "UTC, milliseconds" : schema.format;
  const limits = [
    ...(schema.pattern ? [schema.pattern] : []),
    ...range("length", schema.minLength, schema.maxLength),
    ...range("items", schema.minItems, schema.maxItems),
    ...range("", schema.minimum, schema.maximum),
  ];
  return limits.join(", ");
}

function range(what: string, minimum: number | undefined, maximum: number | undefined): string[] {
  const safe = (limit: number | undefined) =>
    limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
  if (!safe(minimum) && !safe(maximum)) return [];
  const text = `${safe(minimum) ? minimum : ""}..${safe(maximum) ? maximum : ""}`;
  return [what ? `${what} ${text}` : text];
}
