import * as z from "zod";

export type PersonalDataKind = "email" | "phone" | "name" | "address" | "free-text";

export interface PersonalField {
  /** Where in the data: `email`, `attendees[].name`, `templateData.*`. */
  path: string;
  kind: PersonalDataKind;
}

const personalData = z.registry<{ kind: PersonalDataKind }>();

/**
 * Marks a field as personal data. The mark follows the result wherever it is used, also when it is refined or
 * optional, but not the schema passed in; it drives redaction, the exported schemas and what is erased with a user.
 */
export function personal<Schema extends z.ZodType>(kind: PersonalDataKind, schema: Schema): Schema {
  const marked = schema.clone();
  personalData.add(marked, { kind });
  return marked;
}

/** The kind of personal data that a schema was marked with, if it was. */
export function personalKind(schema: z.core.$ZodType): PersonalDataKind | undefined {
  return personalData.get(schema)?.kind;
}

/** Every marked field below a schema. */
export function personalFields(schema: z.core.$ZodType, path = ""): PersonalField[] {
  const kind = personalKind(schema);
  if (kind) return [{ path, kind }];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([key, field]) =>
        personalFields(field, path ? `${path}.${key}` : key),
      );
    case "array":
      return personalFields(def.element, `${path}[]`);
    case "record":
      return personalFields(def.valueType, `${path}.*`);
    case "union":
      return def.options.flatMap((option) => personalFields(option, path));
    case "optional":
    case "nullable":
    case "readonly":
      return personalFields(def.innerType, path);
    default:
      return [];
  }
}
