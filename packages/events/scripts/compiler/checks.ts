import * as z from "zod";
import { call, type Node, pathOf, refused, report, text, type Writer } from "./code.ts";
import { ownMessage, writtenMessage } from "./messages.ts";

export type Check = z.core.$ZodChecks["_zod"]["def"] | z.core.$ZodCustom["_zod"]["def"];

/** Formats that are one pattern and nothing else. */
const patterns: ReadonlySet<string> = new Set([
  ...["regex", "email", "datetime", "date", "time", "duration", "uuid", "guid", "nanoid", "cuid", "cuid2"],
  ...["ulid", "xid", "ksuid", "ipv4", "e164", "lowercase", "uppercase"],
]);

/** zod makes a new function for each of these, of the same text. */
const conversions: ReadonlyMap<string, string> = new Map([
  [sourceOf(z.trim()), ".trim()"],
  [sourceOf(z.toLowerCase()), ".toLowerCase()"],
  [sourceOf(z.toUpperCase()), ".toUpperCase()"],
]);

function sourceOf(check: z.core.$ZodCheck): string {
  const { def } = (check as z.core.$ZodChecks)._zod;
  return def.check === "overwrite" ? String(def.tx) : "";
}

/** Guarantee: zod's checks are of its kinds, and what is refined is custom; the switch below has a default. */
function definitionOf(check: z.core.$ZodCheck<never>): Check {
  return check._zod.def as Check;
}

/** A schema's checks in their order; a format that is a schema of its own is its own first check. */
export function checksOf({ schema, definition }: Node): Check[] {
  const own = "check" in definition ? [definition as Check] : [];
  return [...own, ...(definition.checks ?? []).map((check) => definitionOf(check as z.core.$ZodCheck<never>))];
}

const ofLength: ReadonlySet<string> = new Set(["min_length", "max_length"]);

/** Asked of whatever has a length, also when its type is wrong. */
export function isOfLength(check: Check): boolean {
  return ofLength.has(check.check);
}

/** One check, as a statement. */
export function writeCheck(writer: Writer, node: Node, check: Check): string {
  if ("abort" in check && check.abort) throw refused(writer, node, "a check that ends the others");
  const { value } = node;
  const message = writtenMessage(writer, node, check, node.definition);
  const unless = (condition: string, own: () => string, path = node.path) =>
    `${condition}||${call(writer, "note", report, pathOf({ path }), text(message ?? own()))};`;
  const limit = (helper: string, amount: number) =>
    `${call(writer, helper, report, pathOf(node), value, String(amount), ...(message === undefined ? [] : [text(message)]))};`;
  switch (check.check) {
    case "min_length":
      return limit("short", check.minimum);
    case "max_length":
      return limit("long", check.maximum);
    case "greater_than":
    case "less_than":
      return unless(...comparison(value, check));
    case "number_format":
      return wholeNumber(writer, node, check, message);
    case "string_format":
      if (!patterns.has(check.format) || !check.pattern || /[gy]/.test(check.pattern.flags)) break;
      return unless(`${constantOf(writer, String(check.pattern))}.test(${value})`, () =>
        ownMessage({ code: "invalid_format", format: check.format, pattern: String(check.pattern) }),
      );
    case "overwrite": {
      const conversion = conversions.get(String(check.tx));
      if (conversion === undefined) break;
      return `${value}=${value}${conversion};`;
    }
    case "custom": {
      const path = [...node.path, ...(check.path ?? []).map((key) => text(String(key)))];
      return unless(`${ruleOf(writer, node, check.fn)}(${value})`, () => ownMessage({ code: "custom" }), path);
    }
  }
  throw refused(writer, node, `the check ${check.check}`);
}

type Comparison = Extract<Check, { check: "greater_than" | "less_than" }>;

function comparison(value: string, check: Comparison): [string, () => string] {
  const isLeast = check.check === "greater_than";
  const operator = `${isLeast ? ">" : "<"}${check.inclusive ? "=" : ""}`;
  const limit = Number(check.value);
  const about = { origin: "number", inclusive: check.inclusive, input: 0 } as const;
  return [
    `${value}${operator}${limit}`,
    () =>
      isLeast
        ? ownMessage({ ...about, code: "too_small", minimum: limit })
        : ownMessage({ ...about, code: "too_big", maximum: limit }),
  ];
}

function wholeNumber(
  writer: Writer,
  node: Node,
  check: Extract<Check, { check: "number_format" }>,
  message: string | undefined,
): string {
  if (check.format !== "safeint") throw refused(writer, node, `the number format ${check.format}`);
  const { value } = node;
  const limit = Number.MAX_SAFE_INTEGER;
  const about = { origin: "int", inclusive: true, input: 0 } as const;
  const large = message ?? ownMessage({ ...about, code: "too_big", maximum: limit });
  const small = message ?? ownMessage({ ...about, code: "too_small", minimum: -limit });
  const words = `${value}>0?${text(large)}:${text(small)}`;
  return (
    `Number.isSafeInteger(${value})||(Number.isInteger(${value})?${call(writer, "note", report, pathOf(node), words)}:` +
    (message === undefined
      ? call(writer, "mistyped", report, pathOf(node), '"int"', value)
      : call(writer, "stop", report, pathOf(node), text(message))) +
    ");"
  );
}

function ruleOf(writer: Writer, node: Node, rule: unknown): string {
  const source = writer.rules.get(rule);
  if (!source) {
    throw refused(
      writer,
      node,
      "a rule that is written in place (export it as a function from src/internal/rules/<catalogue>.ts)",
    );
  }
  writer.usedRules.set(source.name, source);
  return source.name;
}

export function constantOf(writer: Writer, code: string): string {
  const name = writer.constants.get(code) ?? `k${writer.constants.size}`;
  writer.constants.set(code, name);
  return name;
}

/**
 * Whether what a pattern accepts is of ASCII alone, so that any database stores it: anchored on both sides, and made of
 * characters, classes that list theirs, groups and counts. Anything else is not looked into.
 */
export function isPlainPattern(pattern: RegExp): boolean {
  const { source, flags } = pattern;
  if (flags !== "" || !source.startsWith("^") || !source.endsWith("$")) return false;
  const inside = source.slice(1, -1).replaceAll(/\\[dw.\-+/]/g, "0");
  const isSimple = /^[A-Za-z0-9_@:+,/'{}()?*|.[\]-]*$/.test(inside.replaceAll("(?:", "("));
  const dots = inside.replaceAll(/\[[^\]]*\]/g, "").includes(".");
  // A bar outside of groups would let one side go without an anchor.
  let outside = inside;
  while (/\([^()]*\)/.test(outside)) outside = outside.replaceAll(/\([^()]*\)/g, "");
  return isSimple && !dots && !outside.includes("|");
}
