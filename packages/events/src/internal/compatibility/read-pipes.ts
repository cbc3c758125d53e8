import type * as z from "zod";
import { codeOf } from "./code-fingerprint.ts";
import type { Reading } from "./reading.ts";
import { bothOf, nothing, type ValueSet } from "./value-set.ts";

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

export function pipe(def: z.core.$ZodPipeDef, path: string, reading: Reading): ValueSet {
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
