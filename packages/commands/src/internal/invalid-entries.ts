import type { Refusal } from "../outcome.ts";

/** Refuses entries that a person fills in, with what is wrong with each. */
export function invalidEntries<Field extends string>(
  fields: Partial<Record<Field, string>>,
): Refusal<"invalid", Field> {
  const count = Object.keys(fields).length;
  const message = count === 1 ? "One entry needs a change." : `${count} entries need a change.`;
  return { ok: false, code: "invalid", message, fields };
}
