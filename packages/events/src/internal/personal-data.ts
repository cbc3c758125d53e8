import * as z from "zod";

export type PersonalDataKind = "email" | "phone" | "name" | "address" | "free-text";

type Marks = ReturnType<typeof z.registry<{ kind: PersonalDataKind }>>;

const marksKey = Symbol.for("@org/events/personal-data");

const personalData = /* @__PURE__ */ sharedMarks();

/** One registry for all copies of this package, so that each hides what another marked. */
function sharedMarks(): Marks {
  const known: Marks | undefined = Reflect.get(globalThis, marksKey);
  const marks = known ?? z.registry<{ kind: PersonalDataKind }>();
  Reflect.set(globalThis, marksKey, marks);
  return marks;
}

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
