import { createHash } from "node:crypto";
import { parseExpressionAt } from "acorn";
import type { Rule } from "./value-set.ts";

type Code = Pick<Rule, "code" | "outside" | "hints">;

interface Tree {
  type: string;
  [key: string]: unknown;
}

/** What every JavaScript has, so that code which uses it depends on nothing else. */
const everywhere = new Set([
  ...[
    "Array",
    "BigInt",
    "Boolean",
    "Date",
    "Error",
    "Infinity",
    "Intl",
    "JSON",
    "Map",
    "Math",
    "NaN",
    "Number",
    "Object",
  ],
  ...[
    "RegExp",
    "Set",
    "String",
    "Symbol",
    "TextEncoder",
    "URL",
    "decodeURIComponent",
    "encodeURIComponent",
    "isFinite",
  ],
  ...["isNaN", "parseFloat", "parseInt", "structuredClone", "undefined", "arguments"],
]);

/** Fingerprint of functions that together decide, the same however they are laid out. */
export function codeOf(...functions: readonly unknown[]): Code {
  const parts = functions.filter((part) => part !== undefined).map((part) => codeOfOne(String(part)));
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  return {
    code: digest(parts.map(({ code }) => code).join()),
    outside: [...new Set(parts.flatMap(({ outside }) => outside))],
    hints: parts.flatMap(({ hints }) => hints),
  };
}

function codeOfOne(text: string): Code {
  const tree =
    parsed(`(${text})`) ?? parsed(`({${text}})`) ?? parsed(`({${text.replace(/^\s*async\s/, "")}})`);
  if (!tree) return { code: digest(text), outside: ["code that is not JavaScript's own text"], hints: [] };
  const seen = { used: new Set<string>(), declared: new Set<string>(), hints: new Set<string | number>() };
  visit(tree, seen);
  const outside = [...seen.used].filter((name) => !seen.declared.has(name) && !everywhere.has(name));
  const withoutPlaces = (key: string, value: unknown) =>
    key === "start" || key === "end" || key === "raw"
      ? undefined
      : value instanceof RegExp
        ? undefined
        : typeof value === "bigint"
          ? `${value}n`
          : value;
  return { code: digest(JSON.stringify(tree, withoutPlaces)), outside, hints: [...seen.hints] };
}

function parsed(text: string): Tree | undefined {
  try {
    return asTree(parseExpressionAt(text, 0, { ecmaVersion: "latest" }));
  } catch {
    return undefined;
  }
}

/** Guarantee: ESTree nodes are objects with a type. */
function asTree(node: unknown): Tree {
  return node as Tree;
}

interface Seen {
  used: Set<string>;
  declared: Set<string>;
  hints: Set<string | number>;
}

function visit(tree: Tree, seen: Seen): void {
  if (tree.type === "Identifier") seen.used.add(String(tree.name));
  if (tree.type === "ThisExpression") seen.used.add("this");
  if (tree.type === "Literal" && (typeof tree.value === "string" || typeof tree.value === "number"))
    seen.hints.add(tree.value);
  for (const pattern of declarations(tree)) declare(pattern, seen);
  for (const [key, value] of Object.entries(tree)) {
    const isName =
      tree.computed !== true && (key === "property" || (key === "key" && tree.shorthand !== true));
    for (const child of Array.isArray(value) ? value : [value])
      if (isTree(child) && !(isName && child.type === "Identifier")) visit(child, seen);
  }
}

function declarations(tree: Tree): unknown[] {
  if (tree.type === "VariableDeclarator") return [tree.id];
  if (tree.type === "CatchClause") return [tree.param];
  if (/Function|Class/.test(tree.type)) return [tree.id, ...(Array.isArray(tree.params) ? tree.params : [])];
  return [];
}

function declare(pattern: unknown, seen: Seen): void {
  if (!isTree(pattern)) return;
  if (pattern.type === "Identifier") seen.declared.add(String(pattern.name));
  if (pattern.type === "Property") declare(pattern.value, seen);
  if (pattern.type === "AssignmentPattern") declare(pattern.left, seen);
  if (pattern.type === "RestElement") declare(pattern.argument, seen);
  for (const part of [pattern.properties, pattern.elements].flat()) declare(part, seen);
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && "type" in value;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
