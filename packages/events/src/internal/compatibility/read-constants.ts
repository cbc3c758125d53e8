import { anything, nothing, unionOf, type ValueSet } from "./value-set.ts";

/** What is decided by code that nobody reads, within `most`. */
export function byCode(reason: string, most = anything): ValueSet {
  return { kind: "unknown", least: nothing, most, reason };
}

export function literals(values: readonly unknown[]): ValueSet {
  return unionOf(values.map(constant));
}

export function constant(value: unknown): ValueSet {
  if (value === undefined) return nothing;
  if (value === null || typeof value === "string" || typeof value === "boolean")
    return { kind: "literal", value };
  if (typeof value === "number" && Number.isFinite(value)) return { kind: "literal", value };
  if (Array.isArray(value)) {
    return { kind: "list", first: value.map(constant), required: value.length, rest: nothing };
  }
  if (typeof value !== "object" || value instanceof Date) return byCode("a constant is no JSON");
  const fields = Object.entries(value).map(([key, part]) => [
    key,
    { set: constant(part), optional: part === undefined },
  ]);
  return { kind: "object", fields: Object.fromEntries(fields), rest: nothing };
}
