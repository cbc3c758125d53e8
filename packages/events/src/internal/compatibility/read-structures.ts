import type * as z from "zod";
import { byCode } from "./read-constants.ts";
import { mergedWrites, opened } from "./read-objects.ts";
import type { Reading } from "./reading.ts";
import { anything, bothOf, nothing, unionOf, type ValueSet } from "./value-set.ts";

export function tuple(def: z.core.$ZodTupleDef, path: string, reading: Reading): ValueSet {
  const key = reading.side === "takes" ? "optin" : "optout";
  const last = def.items.findLastIndex((item) => item._zod[key] === undefined);
  return {
    kind: "list",
    first: def.items.map((item, index) => reading.set(item, `${path}[${index}]`)),
    required: last + 1,
    rest: def.rest ? reading.set(def.rest, `${path}[]`) : nothing,
  };
}

export function object(def: z.core.$ZodObjectDef, path: string, reading: Reading): ValueSet {
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

export function record(def: z.core.$ZodRecordDef, path: string, reading: Reading): ValueSet {
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

export function union(def: z.core.$ZodUnionDef, path: string, reading: Reading): ValueSet {
  const all = unionOf(def.options.map((option) => reading.set(option, path)));
  const isExclusive = def.inclusive === false && !("discriminator" in def);
  if (!isExclusive || reading.side === "writes") return all;
  return byCode("exactly one of several has to fit", all);
}

export function intersection(def: z.core.$ZodIntersectionDef, path: string, reading: Reading): ValueSet {
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
