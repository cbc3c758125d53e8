import type { TextPattern } from "./text-pattern.ts";

/** A check of texts that no pattern expresses: `url`, `url.hostname` with what the host matches, `jwt`, … */
export interface TextFormat {
  name: string;
  pattern?: TextPattern;
  option?: string;
}

/** A refinement, known by its code and by values on both sides of it. */
export interface Rule {
  /** Fingerprint of its code, without what layout and comments make of it. */
  code: string;
  /** Names it uses that are defined elsewhere, so that the code alone does not say what it does. */
  outside: string[];
  /** Numbers and texts in the code, near which its boundaries are likely. */
  hints: (string | number)[];
  accepted: unknown[];
  refused: unknown[];
  /** Only in the process that defines it; a release does not hold it. */
  test?: (value: unknown) => boolean;
}

export interface Field {
  set: ValueSet;
  optional: boolean;
}

export interface NumberSet {
  kind: "number";
  whole?: true;
  min?: number;
  max?: number;
  above?: number;
  below?: number;
  multiplesOf?: number[];
}

export interface TextSet {
  kind: "text";
  /** In characters (code points). */
  min?: number;
  max?: number;
  patterns?: TextPattern[];
  formats?: TextFormat[];
}

export interface ListSet {
  kind: "list";
  first: ValueSet[];
  /** How many of `first` have to be there. */
  required: number;
  rest: ValueSet;
  min?: number;
  max?: number;
}

export interface ObjectSet {
  kind: "object";
  fields: Record<string, Field>;
  /** What the names of further fields are; any unless given. */
  names?: ValueSet;
  /** What further fields hold; `nothing` where there are none. */
  rest: ValueSet;
}

/**
 * A set of JSON values, itself plain JSON: the one form in which contracts are compared, whether they come from a zod
 * schema or from a release. A contract has two: what its readers take and what its writers send.
 */
export type ValueSet =
  | { kind: "any" }
  | { kind: "nothing" }
  | { kind: "literal"; value: string | number | boolean | null }
  | NumberSet
  | TextSet
  /** Texts that belong to `inner` once they are trimmed. */
  | { kind: "trimmed"; inner: ValueSet }
  | ListSet
  | ObjectSet
  | { kind: "union"; of: ValueSet[] }
  | { kind: "both"; of: ValueSet[] }
  | { kind: "ruled"; inner: ValueSet; rule: Rule }
  /** Code decides: at least the one, at most the other. */
  | { kind: "unknown"; least: ValueSet; most: ValueSet; reason: string }
  | { kind: "reference"; to: string };

/** What a contract's readers take, or what its writers send. */
export type Side = "takes" | "writes";

export interface ValueSets {
  takes: ValueSet;
  writes: ValueSet;
  /** What references stand for: sets that contain themselves. */
  definitions: Record<string, ValueSet>;
}

export const anything: ValueSet = { kind: "any" };
export const nothing: ValueSet = { kind: "nothing" };
/** Texts with nothing to trim. */
export const trimmedText: TextPattern = { source: String.raw`^(?:\S(?:[\s\S]*\S)?)?$`, flags: "" };

export function unionOf(sets: readonly ValueSet[]): ValueSet {
  const flat = sets
    .flatMap((set) => (set.kind === "union" ? set.of : [set]))
    .filter(({ kind }) => kind !== "nothing");
  const [only, ...others] = flat;
  if (!only) return nothing;
  return others.length === 0 ? only : { kind: "union", of: flat };
}

export function bothOf(sets: readonly ValueSet[]): ValueSet {
  const flat = sets
    .flatMap((set) => (set.kind === "both" ? set.of : [set]))
    .filter(({ kind }) => kind !== "any");
  const [only, ...others] = flat;
  if (!only) return anything;
  return others.length === 0 ? only : { kind: "both", of: flat };
}

export function definitionOf({ definitions }: Pick<ValueSets, "definitions">, to: string): ValueSet {
  return definitions[to] ?? nothing;
}

/** The field of a name, which may be that of a member of every object: `constructor`. */
export function fieldOf({ fields }: ObjectSet, name: string): Field | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
