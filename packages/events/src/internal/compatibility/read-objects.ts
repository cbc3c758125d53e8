import {
  anything,
  bothOf,
  type Field,
  fieldOf,
  type ObjectSet,
  unionOf,
  type ValueSet,
} from "./value-set.ts";

/** What comes out of an intersection: of two objects, the fields of both. */
export function mergedWrites(left: ValueSet, right: ValueSet): ValueSet {
  const [one, other] = [withoutRules(left), withoutRules(right)];
  if (one.kind !== "object" || other.kind !== "object") return bothOf([left, right]);
  const names = [...new Set([...Object.keys(one.fields), ...Object.keys(other.fields)])];
  const fields = names.map((name) => [name, mergedField(one, other, name)]);
  return { kind: "object", fields: Object.fromEntries(fields), rest: unionOf([one.rest, other.rest]) };
}

function mergedField(one: ObjectSet, other: ObjectSet, name: string): Field {
  const [first, second] = [fieldOf(one, name), fieldOf(other, name)];
  if (first && second)
    return { set: bothOf([first.set, second.set]), optional: first.optional && second.optional };
  const field = first ?? second;
  return field ?? { set: anything, optional: true };
}

function withoutRules(set: ValueSet): ValueSet {
  return set.kind === "ruled" ? withoutRules(set.inner) : set;
}

/** The same set, were it to take fields that it does not know. */
export function opened(set: ValueSet): ValueSet {
  if (set.kind === "ruled") return opened(set.inner);
  if (set.kind === "object") return { ...set, rest: anything };
  if (set.kind === "union" || set.kind === "both") return { ...set, of: set.of.map(opened) };
  return set;
}
