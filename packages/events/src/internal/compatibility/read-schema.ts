import type * as z from "zod";
import { codeOf } from "./code-fingerprint.ts";
import { checkedSet } from "./read-checks.ts";
import { mergedWrites, opened } from "./read-objects.ts";
import { Unproved } from "./unproved.ts";
import {
  anything,
  bothOf,
  type Field,
  nothing,
  type Side,
  unionOf,
  type ValueSet,
  type ValueSets,
} from "./value-set.ts";

type Schema = z.core.$ZodTypes;

const MAX_DEPTH = 100;
const MAX_SETS = 20_000;

/** Reads a zod schema as sets of values. */
interface Reading {
  side: Side;
  set(schema: z.core.$ZodType, path: string): ValueSet;
  field(schema: z.core.$ZodType, path: string): Field;
}

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

function byCode(reason: string, most = anything): ValueSet {
  return { kind: "unknown", least: nothing, most, reason };
}

function coerced(schema: Schema, set: ValueSet, side: Side): ValueSet {
  const isCoerced = "coerce" in schema._zod.def && schema._zod.def.coerce === true;
  if (!isCoerced || side === "writes") return set;
  return { kind: "unknown", least: set, most: anything, reason: "values of other types are converted" };
}

function literals(values: readonly unknown[]): ValueSet {
  return unionOf(values.map(constant));
}

function constant(value: unknown): ValueSet {
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

/** What JSON lacks: no JSON value is one, and what becomes of one in JSON is not the schema's to say. */
function foreign(def: Schema["_zod"]["def"], side: Side): ValueSet {
  const reason = `JSON has no ${def.type}`;
  if (side === "writes" || ("coerce" in def && def.coerce)) return byCode(reason);
  return def.type === "success" || def.type === "promise" || def.type === "function"
    ? byCode(reason)
    : nothing;
}

function tuple(def: z.core.$ZodTupleDef, path: string, reading: Reading): ValueSet {
  const key = reading.side === "takes" ? "optin" : "optout";
  const last = def.items.findLastIndex((item) => item._zod[key] === undefined);
  return {
    kind: "list",
    first: def.items.map((item, index) => reading.set(item, `${path}[${index}]`)),
    required: last + 1,
    rest: def.rest ? reading.set(def.rest, `${path}[]`) : nothing,
  };
}

function object(def: z.core.$ZodObjectDef, path: string, reading: Reading): ValueSet {
  const fields = Object.entries(def.shape).map(([key, schema]) => [
    key,
    reading.field(schema, path ? `${path}.${key}` : key),
  ]);
  const unknownFields = reading.side === "takes" ? anything : nothing;
  return {
    kind: "object",
    fields: Object.fromEntries(fields),
    rest: def.catchall ? reading.set(def.catchall, `${path}.*`) : unknownFields,
  };
}

function record(def: z.core.$ZodRecordDef, path: string, reading: Reading): ValueSet {
  const rest = reading.set(def.valueType, `${path}.*`);
  const isLoose = "mode" in def && def.mode === "loose";
  const isPartial = "partial" in def && def.partial === true;
  const keys = def.keyType._zod.values;
  if (keys) {
    const optional = isPartial || mayBeUndefined(def.valueType);
    const fields = [...keys].map((key) => [String(key), { set: rest, optional }]);
    return { kind: "object", fields: Object.fromEntries(fields), rest: isLoose ? anything : nothing };
  }
  const names = reading.set(def.keyType, path);
  if (isLoose || !isTextOnly(names)) {
    const least: ValueSet = isLoose ? { kind: "object", fields: {}, names, rest } : nothing;
    return {
      kind: "unknown",
      least,
      most: { kind: "object", fields: {}, rest: anything },
      reason: "the names of its fields are no plain texts",
    };
  }
  return { kind: "object", fields: {}, ...(isPlainText(names) ? {} : { names }), rest };
}

function isTextOnly(set: ValueSet): boolean {
  if (set.kind === "ruled") return isTextOnly(set.inner);
  if (set.kind === "both" || set.kind === "union") return set.of.every(isTextOnly);
  return set.kind === "text" || (set.kind === "literal" && typeof set.value === "string");
}

function isPlainText(set: ValueSet): boolean {
  return set.kind === "text" && Object.keys(set).length === 1;
}

function mayBeUndefined(schema: z.core.$ZodType): boolean {
  try {
    const result = schema._zod.run({ value: undefined, issues: [] }, { async: false });
    return !(result instanceof Promise) && result.issues.length === 0;
  } catch {
    return false;
  }
}

function union(def: z.core.$ZodUnionDef, path: string, reading: Reading): ValueSet {
  const all = unionOf(def.options.map((option) => reading.set(option, path)));
  const isExclusive = def.inclusive === false && !("discriminator" in def);
  if (!isExclusive || reading.side === "writes") return all;
  return byCode("exactly one of several has to fit", all);
}

function intersection(def: z.core.$ZodIntersectionDef, path: string, reading: Reading): ValueSet {
  const [left, right] = [reading.set(def.left, path), reading.set(def.right, path)];
  if (reading.side === "writes") return mergedWrites(left, right);
  const both = bothOf([left, right]);
  const most = bothOf([opened(left), opened(right)]);
  if (JSON.stringify(most) === JSON.stringify(both)) return both;
  return {
    kind: "unknown",
    least: both,
    most,
    reason: "an intersection of objects that refuse unknown fields",
  };
}

const plainTypes = new Set([
  "string",
  "number",
  "boolean",
  "null",
  "literal",
  "enum",
  "template_literal",
  "any",
  "unknown",
]);

function pipe(def: z.core.$ZodPipeDef, path: string, reading: Reading): ValueSet {
  const { side } = reading;
  const decodes = "transform" in def && def.transform !== undefined;
  if (side === "writes") {
    const sent = reading.set(def.out, path);
    return !decodes && rewritesNothing(def.in) && rewritesNothing(def.out)
      ? bothOf([reading.set(def.in, path), sent])
      : sent;
  }
  const first = reading.set(def.in, path);
  if (!decodes && rewritesNothing(def.in) && plainTypes.has(def.out._zod.def.type))
    return bothOf([first, reading.set(def.out, path)]);
  const code = codeOf(...codesIn(def)).code;
  return { kind: "unknown", least: nothing, most: first, reason: `values are converted by code (${code})` };
}

function codesIn(def: z.core.$ZodPipeDef): unknown[] {
  const parts = [def, def.in._zod.def, def.out._zod.def].flatMap((part) =>
    ["transform", "reverseTransform"].map((key) => Reflect.get(part, key)),
  );
  return parts.filter((part) => typeof part === "function");
}

function rewritesNothing({ _zod: { def, traits } }: z.core.$ZodType): boolean {
  const checks = [...(def.checks ?? [])].map((check) => check._zod.def.check);
  const isUrl = traits.has("$ZodURL");
  return (
    plainTypes.has(def.type) &&
    !isUrl &&
    !("coerce" in def && def.coerce) &&
    !checks.includes("overwrite") &&
    !checks.includes("custom")
  );
}
