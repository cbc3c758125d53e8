import type * as z from "zod";
import { languageOf } from "../../src/internal/compatibility/text-pattern.ts";
import { MAX_EVENT_BYTES } from "../../src/internal/event-size.ts";
import { checksOf } from "./checks.ts";
import { definitionOf } from "./code.ts";

/** More than the longest name, version, id and key beside the data. */
const BESIDE_THE_DATA = 12_000;
/** A character outside of Unicode's first plane, or a control character as JSON escapes it. */
const BYTES_OF_A_CHARACTER = 6;
const BYTES_OF_A_NUMBER = 26;

/** Whether no data that a contract accepts is too large to travel, so that nothing has to be measured. */
export function isAlwaysSmall(schema: z.core.$ZodType): boolean {
  // The id may say all of the data once more.
  return 2 * mostBytes(schema) + BESIDE_THE_DATA <= MAX_EVENT_BYTES;
}

/** As JSON; `Infinity` where the contract sets no limit, or none that is understood. */
export function mostBytes(schema: z.core.$ZodType): number {
  const def = definitionOf(schema);
  switch (def.type) {
    case "number":
      return BYTES_OF_A_NUMBER;
    case "boolean":
    case "null":
      return 5;
    case "string":
      return limitOf(schema) * BYTES_OF_A_CHARACTER + 2;
    case "enum":
      return Math.max(...Object.values(def.entries).map(bytesOf));
    case "literal":
      return Math.max(...def.values.map((value) => bytesOf(value ?? null)));
    case "optional":
    case "nullable":
      return Math.max(4, mostBytes(def.innerType));
    case "union":
      return Math.max(...def.options.map(mostBytes));
    case "array":
      return limitOf(schema) * (mostBytes(def.element) + 1) + 2;
    case "object":
      return Object.entries(def.shape).reduce(
        (sum, [key, field]) => sum + bytesOf(key) + 2 + mostBytes(field),
        2,
      );
    default:
      return Number.POSITIVE_INFINITY;
  }
}

function bytesOf(value: unknown): number {
  return JSON.stringify(String(value)).length * 3;
}

/** The length that its checks allow of. */
function limitOf(schema: z.core.$ZodType): number {
  const longest = checksOf({ definition: definitionOf(schema) }).map((check) => {
    if (check.check === "max_length") return check.maximum;
    return check.check === "string_format" ? longestOf(check.pattern) : Number.POSITIVE_INFINITY;
  });
  return Math.min(Number.POSITIVE_INFINITY, ...longest);
}

/** A finite automaton that accepts a text longer than it has nodes accepts texts without end. */
function longestOf(pattern: unknown): number {
  if (!(pattern instanceof RegExp)) return Number.POSITIVE_INFINITY;
  try {
    const language = languageOf({ source: pattern.source, flags: pattern.flags });
    return language.isFinite ? [...language.nodes()].length : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
