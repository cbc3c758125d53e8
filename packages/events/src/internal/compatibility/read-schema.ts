import type * as z from "zod";
import { checkedSet } from "./read-checks.ts";
import { byCode, constant, literals } from "./read-constants.ts";
import { pipe } from "./read-pipes.ts";
import { intersection, object, record, tuple, union } from "./read-structures.ts";
import type { Reading } from "./reading.ts";
import { Unproved } from "./unproved.ts";
import { anything, nothing, type Side, unionOf, type ValueSet, type ValueSets } from "./value-set.ts";

type Schema = z.core.$ZodTypes;

const MAX_DEPTH = 100;
const MAX_SETS = 20_000;

/**
 * What readers of a schema take and what its writers send, as sets of JSON values.
 * @throws Unproved, with the path, for a schema nested too deeply or too large
 */
export function readSchema(schema: z.ZodType): ValueSets {
  const definitions: ValueSets["definitions"] = {};
  const takes = reader("takes", definitions).set(schema, "");
  return { takes, writes: reader("writes", definitions).set(schema, ""), definitions };
}

interface Progress {
  name: string;
  refersToItself: boolean;
}

function reader(side: Side, definitions: ValueSets["definitions"]): Reading {
  const open = new Map<z.core.$ZodType, Progress>();
  const done = new Map<z.core.$ZodType, { set: ValueSet; size: number }>();
  let size = 0;
  const reading: Reading = {
    side,
    field: (schema, path) => ({
      set: reading.set(schema, path),
      optional: side === "takes" ? mayBeAbsent(schema) : schema._zod.optout === "optional",
    }),
    set(schema, path) {
      const progress = open.get(schema);
      if (progress) {
        progress.refersToItself = true;
        return { kind: "reference", to: progress.name };
      }
      const known = done.get(schema);
      if (known) {
        size += known.size;
        if (size > MAX_SETS)
          throw new Unproved(`the schema is too large to compare, at ${path || "its beginning"}`);
        return known.set;
      }
      if (open.size >= MAX_DEPTH)
        throw new Unproved(`the schema is nested deeper than ${MAX_DEPTH} levels, at ${path.slice(0, 80)}`);
      if (++size > MAX_SETS)
        throw new Unproved(`the schema is too large to compare, at ${path || "its beginning"}`);
      const begun = { name: `${side}${open.size + done.size}`, refersToItself: false };
      const before = size;
      open.set(schema, begun);
      let set = checkedSet(schema, typeSet(schema as Schema, path, reading), side);
      open.delete(schema);
      if (begun.refersToItself) {
        definitions[begun.name] = set;
        set = { kind: "reference", to: begun.name };
      }
      done.set(schema, { set, size: size - before + 1 });
      return set;
    },
  };
  return reading;
}

/** Whether a reader takes an object without this field. */
function mayBeAbsent({ _zod: { optin, optout, run } }: z.core.$ZodType): boolean {
  if (optin === undefined) return false;
  if (optout === "optional") return true;
  try {
    const result = run({ value: undefined, issues: [] }, { async: false });
    return !(result instanceof Promise) && result.issues.length === 0;
  } catch {
    return false;
  }
}

const text: ValueSet = { kind: "text" };
const number: ValueSet = { kind: "number" };

/** The set of a schema's type, before its checks. */
function typeSet(schema: Schema, path: string, reading: Reading): ValueSet {
  const { def } = schema._zod;
  const { side } = reading;
  switch (def.type) {
    case "string":
      return coerced(schema, text, side);
    case "number":
      return coerced(schema, number, side);
    case "boolean":
      return "coerce" in def && def.coerce && side === "takes" ? anything : literals([true, false]);
    case "null":
      return literals([null]);
    case "any":
    case "unknown":
    case "custom":
      return anything;
    case "never":
    case "undefined":
    case "void":
      return nothing;
    case "literal":
    case "enum":
      return literals([...(schema._zod.values ?? [])]);
    case "template_literal":
      return {
        kind: "text",
        patterns: [{ source: schema._zod.pattern?.source ?? "", flags: schema._zod.pattern?.flags ?? "" }],
      };
    default:
      return structureSet(schema, path, reading);
  }
}

function structureSet(schema: Schema, path: string, reading: Reading): ValueSet {
  const { def } = schema._zod;
  switch (def.type) {
    case "array":
      return { kind: "list", first: [], required: 0, rest: reading.set(def.element, `${path}[]`) };
    case "tuple":
      return tuple(def, path, reading);
    case "object":
      return object(def, path, reading);
    case "record":
      return record(def, path, reading);
    case "union":
      return union(def, path, reading);
    case "intersection":
      return intersection(def, path, reading);
    case "lazy":
      return reading.set(def.getter(), path);
    default:
      return wrappedSet(schema, path, reading);
  }
}

function wrappedSet(schema: Schema, path: string, reading: Reading): ValueSet {
  const { def } = schema._zod;
  const { side } = reading;
  switch (def.type) {
    case "optional":
    case "nonoptional":
    case "readonly":
    case "prefault":
      return reading.set(def.innerType, path);
    case "nullable":
      return unionOf([reading.set(def.innerType, path), ...[literals([null])]]);
    case "default": {
      const inner = reading.set(def.innerType, path);
      return side === "takes" ? inner : unionOf([inner, constant(def.defaultValue)]);
    }
    case "catch":
      return side === "takes" ? anything : byCode("a catch decides what stands in for wrong values");
    case "pipe":
      return pipe(def, path, reading);
    case "transform":
      return byCode("a transform decides");
    default:
      return foreign(def, side);
  }
}

function coerced(schema: Schema, set: ValueSet, side: Side): ValueSet {
  const isCoerced = "coerce" in schema._zod.def && schema._zod.def.coerce === true;
  if (!isCoerced || side === "writes") return set;
  return { kind: "unknown", least: set, most: anything, reason: "values of other types are converted" };
}

/** What JSON lacks: no JSON value is one, and what becomes of one in JSON is not the schema's to say. */
function foreign(def: Schema["_zod"]["def"], side: Side): ValueSet {
  const reason = `JSON has no ${def.type}`;
  if (side === "writes" || ("coerce" in def && def.coerce)) return byCode(reason);
  return def.type === "success" || def.type === "promise" || def.type === "function"
    ? byCode(reason)
    : nothing;
}
