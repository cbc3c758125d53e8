import * as z from "zod";

export type PersonalDataKind = "email" | "phone" | "name" | "address" | "free-text";

/** Stands in the schema's own definition, which every copy of this package and of zod reads and copies alike. */
const mark = Symbol.for("@org/events/personal-data");

/**
 * Marks a field as personal data. The mark follows the result wherever it is used, also when it is refined or
 * optional, but not the schema passed in; it drives redaction, the exported schemas and what is erased with a user.
 */
export function personal<Schema extends z.core.$ZodType>(kind: PersonalDataKind, schema: Schema): Schema {
  return z.core.clone(schema, marked(schema, kind), { parent: true });
}

/** Guarantee: the same definition, with one property more that zod does not look at. */
function marked<Schema extends z.core.$ZodType>(
  schema: Schema,
  kind: PersonalDataKind,
): Schema["_zod"]["def"] {
  // Descriptors, since an object's shape is read when it is needed, and may refer to the schema itself.
  const descriptors = Object.getOwnPropertyDescriptors(schema._zod.def);
  return Object.create(Object.prototype, {
    ...descriptors,
    [mark]: { value: kind, enumerable: true, configurable: true, writable: true },
  });
}

/** The kind of personal data that a schema was marked with, if it was, by this copy of the package or another. */
export function personalKind(schema: z.core.$ZodType): PersonalDataKind | undefined {
  return Reflect.get(schema._zod.def, mark) ?? registryOfOldCopies()?.get(schema)?.kind;
}

type Marks = Pick<ReturnType<typeof z.registry<{ kind: PersonalDataKind }>>, "get">;

/** Copies up to version 0.1.0, as `check --against` loads them, keep their marks there. */
function registryOfOldCopies(): Marks | undefined {
  return Reflect.get(globalThis, mark);
}
