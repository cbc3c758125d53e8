import type * as z from "zod";
import type { EventDefinition } from "./define-event.ts";
import { type PersonalDataKind, personalKind } from "./personal-data.ts";

export interface PersonalField {
  /** Where in the data: `email`, `attendees[].name`, `templateData.*`. */
  path: string;
  kind: PersonalDataKind;
}

/** The fields of an event that hold personal data, in any version that is still read. */
export function personalFieldsOf({
  schema,
  previous,
}: Pick<EventDefinition, "schema" | "previous">): PersonalField[] {
  const fields = personalFields(schema);
  for (let earlier = previous; earlier; earlier = earlier.previous)
    fields.push(...personalFields(earlier.schema));
  return [...new Map(fields.map((field) => [field.path, field])).values()];
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
