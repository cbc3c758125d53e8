import * as z from "zod";
import type { TextPattern } from "./text-pattern.ts";
import {
  definitionOf,
  type ListSet,
  type NumberSet,
  type ObjectSet,
  type TextFormat,
  type TextSet,
  type ValueSet,
  type ValueSets,
} from "./value-set.ts";

type Definitions = Pick<ValueSets, "definitions">;

/** Whether a set has a value; undefined where only code that is not at hand could say. */
export function accepts(sets: Definitions, set: ValueSet, value: unknown): boolean | undefined {
  switch (set.kind) {
    case "any":
      return true;
    case "nothing":
      return false;
    case "literal":
      return value === set.value;
    case "number":
      return typeof value === "number" && hasNumber(set, value);
    case "text":
      return typeof value === "string" && hasText(set, value);
    case "trimmed":
      return typeof value === "string" && accepts(sets, set.inner, value.trim());
    case "list":
      return Array.isArray(value) && hasList(sets, set, value);
    case "object":
      return isRecord(value) && hasObject(sets, set, value);
    case "union":
      return some(set.of.map((one) => accepts(sets, one, value)));
    case "both":
      return every(set.of.map((one) => accepts(sets, one, value)));
    case "ruled":
      return every([accepts(sets, set.inner, value), obeys(set.rule, value)]);
    case "unknown":
      if (accepts(sets, set.least, value)) return true;
      return accepts(sets, set.most, value) === false ? false : undefined;
    case "reference":
      return accepts(sets, definitionOf(sets, set.to), value);
  }
}

function obeys(
  { test, accepted, refused }: Extract<ValueSet, { kind: "ruled" }>["rule"],
  value: unknown,
): boolean | undefined {
  if (test) return test(value);
  const text = JSON.stringify(value);
  if (accepted.some((one) => JSON.stringify(one) === text)) return true;
  return refused.some((one) => JSON.stringify(one) === text) ? false : undefined;
}

export function hasNumber(
  { whole, min, max, above, below, multiplesOf = [] }: NumberSet,
  value: number,
): boolean {
  return (
    Number.isFinite(value) &&
    (!whole || Number.isInteger(value)) &&
    (min === undefined || value >= min) &&
    (max === undefined || value <= max) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below) &&
    multiplesOf.every((step) => z.number().multipleOf(step).safeParse(value).success)
  );
}

function hasText(
  { min = 0, max = Number.POSITIVE_INFINITY, patterns = [], formats = [] }: TextSet,
  value: string,
): boolean {
  const length = [...value].length;
  return (
    length >= min &&
    length <= max &&
    patterns.every((pattern) => matches(pattern, value)) &&
    formats.every((format) => hasFormat(format, value))
  );
}

const expressions = new Map<string, RegExp>();

function matches({ source, flags }: TextPattern, value: string): boolean {
  const key = `/${source}/${flags}`;
  const expression = expressions.get(key) ?? new RegExp(source, flags);
  expressions.set(key, expression);
  expression.lastIndex = 0;
  return expression.test(value);
}

/** As today's zod has it; what a release meant by it is taken to be the same. */
function hasFormat({ name, pattern, option }: TextFormat, value: string): boolean {
  const expression = pattern && new RegExp(pattern.source, pattern.flags);
  const schemas: Record<string, () => z.ZodType> = {
    url: () => z.url(),
    "url.hostname": () => z.url({ hostname: expression }),
    "url.protocol": () => z.url({ protocol: expression }),
    "url.slashes": () => z.string().regex(/^\s*https?:\/\//i),
    ipv6: () => z.ipv6(),
    cidrv6: () => z.cidrv6(),
    jwt: () => z.jwt(option === undefined ? {} : { alg: algorithm(option) }),
  };
  if (name === "credit_card" || name === "iban") {
    const make: unknown = Reflect.get(z, name === "iban" ? "iban" : "creditCard");
    return typeof make === "function" && make().safeParse(value).success;
  }
  return schemas[name]?.().safeParse(value).success ?? false;
}

/** Guarantee: the name comes from a schema that zod made. */
function algorithm(
  name: string,
): NonNullable<Parameters<typeof z.jwt>[0]> extends infer Options
  ? Options extends { alg?: infer Alg }
    ? Alg
    : never
  : never {
  return name as ReturnType<typeof algorithm>;
}

function hasList(
  sets: Definitions,
  { first, required, rest, min = 0, max = Number.POSITIVE_INFINITY }: ListSet,
  value: unknown[],
): boolean | undefined {
  if (value.length < Math.max(min, required) || value.length > max) return false;
  return every(value.map((item, index) => accepts(sets, first[index] ?? rest, item)));
}

function hasObject(
  sets: Definitions,
  { fields, names, rest }: ObjectSet,
  value: Record<string, unknown>,
): boolean | undefined {
  const known = Object.entries(fields).map(([key, { set, optional }]) =>
    Object.hasOwn(value, key) ? accepts(sets, set, value[key]) : optional,
  );
  const further = Object.keys(value)
    .filter((key) => !Object.hasOwn(fields, key))
    .flatMap((key) => [names ? accepts(sets, names, key) : true, accepts(sets, rest, value[key])]);
  return every([...known, ...further]);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function every(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function some(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}
