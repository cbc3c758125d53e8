import * as z from "zod";
import { shownKey } from "../../src/internal/shown-key.ts";
import { call, helper, type Node, refused, text, type Writer } from "./code.ts";
import { ownMessage, writtenMessage } from "./messages.ts";

export type Check = z.core.$ZodChecks["_zod"]["def"] | z.core.$ZodCustom["_zod"]["def"];

/** Formats that are one pattern and nothing else. */
const patterns: ReadonlySet<string> = new Set([
  ...["regex", "email", "datetime", "date", "time", "duration", "uuid", "guid", "nanoid", "cuid", "cuid2"],
  ...["ulid", "xid", "ksuid", "ipv4", "e164", "lowercase", "uppercase"],
]);

/** The pattern of the contracts' timestamps is ten times as long as what checks the same. */
export const timestamps = String(z.iso.datetime({ precision: 3 })._zod.pattern);

/** zod makes a new function for each trim, of the same text. */
const trimming = sourceOf(z.trim());

function sourceOf(check: z.core.$ZodCheck): string {
  const { def } = (check as z.core.$ZodChecks)._zod;
  return def.check === "overwrite" ? String(def.tx) : "";
}

/** A schema's checks in their order; a format that is a schema of its own is its own first check. */
export function checksOf({ definition }: Pick<Node, "definition">): Check[] {
  const own = "check" in definition ? [asCheck(definition)] : [];
  return [...own, ...(definition.checks ?? []).map(({ _zod }) => asCheck(_zod.def))];
}

/** Guarantee: zod's checks are of its kinds, and what is refined is custom; the switch below has a default. */
function asCheck(definition: unknown): Check {
  return definition as Check;
}

/** Checks in their order, as the steps of a text, a number or an object. */
export function writeSteps(writer: Writer, node: Node): string[] {
  const written: string[] = [];
  for (const check of checksOf(node)) {
    const step = writeStep(writer, node, check);
    // A least and a most beside each other are one range; at most one of them can be broken.
    const least = /^\[([^,"]+)\]$/.exec(written.at(-1) ?? "")?.[1];
    const most = /^\[,([^,"]+)\]$/.exec(step)?.[1];
    const isRange = least !== undefined && most !== undefined && Number(least) <= Number(most);
    if (isRange) written.pop();
    written.push(isRange ? `[${least},${most}]` : step);
  }
  return written;
}

function writeStep(writer: Writer, node: Node, check: Check): string {
  if ("abort" in check && check.abort) throw refused(writer, node, "a check that ends the others");
  const message = writtenMessage(writer, node, check, node.definition);
  switch (check.check) {
    case "min_length":
      return range([check.minimum, undefined, message]);
    case "max_length":
      return range([undefined, check.maximum, undefined, message]);
    case "greater_than":
      if (!check.inclusive) return beyond(writer, check, "over", message);
      return range([Number(check.value), undefined, message]);
    case "less_than":
      if (!check.inclusive) return beyond(writer, check, "under", message);
      return range([undefined, Number(check.value), undefined, message]);
    case "number_format":
      if (check.format !== "safeint" || message !== undefined) break;
      return helper(writer, "whole");
    case "string_format": {
      const { format, pattern } = check;
      if (!patterns.has(format) || !pattern || /[gy]/.test(pattern.flags)) break;
      const own = () => ownMessage({ code: "invalid_format", format, pattern: String(pattern) });
      if (String(pattern) === timestamps) return call(writer, "timestamp", text(message ?? own()));
      return call(writer, "match", String(pattern), text(message ?? own()));
    }
    case "overwrite":
      if (String(check.tx) !== trimming) break;
      return helper(writer, "trim");
    case "custom": {
      const path = (check.path ?? []).map((key) => text(`.${shownField(writer, node, String(key))}`));
      if (path.length > 1) throw refused(writer, node, "a rule about what is nested");
      const own = () => ownMessage({ code: "custom" });
      return call(writer, "rule", ruleOf(writer, node, check.fn), text(message ?? own()), ...path);
    }
  }
  throw refused(writer, node, `the check ${check.check}`);
}

type Beyond = Extract<Check, { check: "greater_than" | "less_than" }>;

function beyond(writer: Writer, check: Beyond, name: "over" | "under", message: string | undefined): string {
  const limit = Number(check.value);
  const about = { origin: "number", inclusive: false, input: 0 } as const;
  const own = () =>
    name === "over"
      ? ownMessage({ ...about, code: "too_small", minimum: limit })
      : ownMessage({ ...about, code: "too_big", maximum: limit });
  return call(writer, name, String(limit), text(message ?? own()));
}

type Limits = [least?: number, most?: number, tooSmall?: string, tooBig?: string];

/** Paths name fields as errors show them, without looking at them again. */
export function shownField(writer: Writer, node: Node, key: string): string {
  if (shownKey(key) !== key) throw refused(writer, node, `the key ${key}`);
  return key;
}

/** Limits as code, what is not given left out. */
export function range(limits: Limits): string {
  const code = limits.map((limit) => (limit === undefined ? "" : JSON.stringify(limit))).join(",");
  return `[${code.replace(/,+$/, "")}]`;
}

function ruleOf(writer: Writer, node: Node, rule: unknown): string {
  const source = writer.rules.get(rule);
  if (!source) {
    const what =
      "a rule that is written in place (export it as a function from src/internal/rules/<catalogue>.ts)";
    throw refused(writer, node, what);
  }
  writer.usedRules.set(source.name, source);
  return source.name;
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
