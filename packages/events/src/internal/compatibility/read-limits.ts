import * as z from "zod";
import type { NumberSet, ValueSet } from "./value-set.ts";

export type CheckDef =
  | z.core.$ZodChecks["_zod"]["def"]
  | { check: "custom"; fn?: unknown }
  | { check: "describe" | "meta" };

/** The numbers that pass a check as well. */
export function checkedNumber(set: NumberSet, def: CheckDef): NumberSet {
  switch (def.check) {
    case "less_than":
      return limited(set, def.inclusive ? "max" : "below", Number(def.value));
    case "greater_than":
      return limited(set, def.inclusive ? "min" : "above", Number(def.value));
    case "multiple_of":
      return { ...set, multiplesOf: [...new Set([...(set.multiplesOf ?? []), Number(def.value)])] };
    case "number_format": {
      const [min, max] = z.core.util.NUMBER_FORMAT_RANGES[def.format];
      const ranged = limited(limited(set, "min", min), "max", max);
      return def.format.includes("int") ? { ...ranged, whole: true } : ranged;
    }
    default:
      return set;
  }
}

function limited(set: NumberSet, key: "min" | "max" | "above" | "below", limit: number): NumberSet {
  const known = set[key];
  const tighter = key === "min" || key === "above" ? Math.max : Math.min;
  return { ...set, [key]: known === undefined ? limit : tighter(known, limit) };
}

/** The texts or lists that pass a check of their length as well; undefined for what has none. */
export function checkedLength(set: ValueSet, def: CheckDef): ValueSet | undefined {
  if (set.kind !== "text" && set.kind !== "list") return undefined;
  const min = def.check === "min_length" ? def.minimum : def.check === "length_equals" ? def.length : 0;
  const max =
    def.check === "max_length"
      ? def.maximum
      : def.check === "length_equals"
        ? def.length
        : Number.POSITIVE_INFINITY;
  return {
    ...set,
    ...(min > 0 ? { min: Math.max(min, set.min ?? 0) } : {}),
    ...(max < Number.POSITIVE_INFINITY ? { max: Math.min(max, set.max ?? Number.POSITIVE_INFINITY) } : {}),
  };
}
