import type * as z from "zod";
import type { TextPattern } from "./text-pattern.ts";
import type { TextFormat, TextSet } from "./value-set.ts";

interface Texts {
  patterns?: TextPattern[];
  formats?: TextFormat[];
}

/** What zod checks by a function although a pattern says it exactly. */
const exactly: ReadonlyMap<string, string> = new Map([
  ["base64", "^(?:[0-9a-zA-Z+/]{4})*(?:[0-9a-zA-Z+/]{2}==|[0-9a-zA-Z+/]{3}=)?$"],
  ["base64url", "^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$"],
]);

const byFunction = new Set(["ipv6", "cidrv6", "jwt", "credit_card", "iban"]);

/** What a check of texts demands, or that only its code says. */
export function formatOf(check: z.core.$ZodCheck, def: z.core.$ZodCheckStringFormatDef): Texts | "code" {
  const { format, pattern } = def;
  // zod tests a format given as an expression by a function of its own.
  if (typeof Reflect.get(def, "fn") === "function")
    return pattern ? { patterns: [patternOf(pattern)] } : "code";
  if (format === "url") return urlOf(def);
  const exact = exactly.get(format);
  if (exact !== undefined) return { patterns: [{ source: exact, flags: "" }] };
  if (byFunction.has(format)) {
    const option: unknown = Reflect.get(def, "alg");
    return { formats: [{ name: format, ...(typeof option === "string" ? { option } : {}) }] };
  }
  const part = partOf(check, def);
  if (part) return { patterns: [part] };
  return pattern ? { patterns: [patternOf(pattern)] } : "code";
}

function patternOf({ source, flags }: RegExp): TextPattern {
  return { source, flags: flags.replace(/[gd]/g, "") };
}

function partOf(_: z.core.$ZodCheck, def: object): TextPattern | undefined {
  const get = (key: string): unknown => Reflect.get(def, key);
  const [prefix, suffix, part, position] = ["prefix", "suffix", "includes", "position"].map(get);
  if (typeof prefix === "string") return { source: `^${literally(prefix)}`, flags: "" };
  if (typeof suffix === "string") return { source: `${literally(suffix)}$`, flags: "" };
  if (typeof part !== "string") return undefined;
  const after = typeof position === "number" && position > 0 ? String.raw`^[\s\S]{${position},}` : "";
  return { source: `${after}${literally(part)}`, flags: "" };
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}

function urlOf(def: object): Texts {
  const formats: TextFormat[] = [{ name: "url" }];
  const [hostname, protocol]: unknown[] = [Reflect.get(def, "hostname"), Reflect.get(def, "protocol")];
  if (hostname instanceof RegExp) formats.push({ name: "url.hostname", pattern: patternOf(hostname) });
  if (protocol instanceof RegExp) {
    formats.push({ name: "url.protocol", pattern: patternOf(protocol) });
    if (protocol.source === "^https?$" && Reflect.get(def, "normalize") !== true)
      formats.push({ name: "url.slashes" });
  }
  return { formats };
}

export function checkedText(
  set: TextSet,
  { patterns = [], formats = [] }: Exclude<ReturnType<typeof formatOf>, "code">,
): TextSet {
  return {
    ...set,
    ...(patterns.length > 0 ? { patterns: [...(set.patterns ?? []), ...patterns] } : {}),
    ...(formats.length > 0 ? { formats: [...(set.formats ?? []), ...formats] } : {}),
  };
}
