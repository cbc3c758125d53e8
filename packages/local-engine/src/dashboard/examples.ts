import { readFileSync } from "node:fs";
import * as z from "zod";
import { brandErrors, hasBrand } from "../core/brand.ts";

const examplesSchema = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));

/** Example data by event name. */
export type EventExamples = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** A file of examples cannot be used. `message` names the file and what is wrong in it. */
export class ExamplesError extends Error {
  static {
    brandErrors(ExamplesError.prototype, "ExamplesError");
  }
  static isInstance(value: unknown): value is ExamplesError {
    return hasBrand(value, "ExamplesError");
  }
  override readonly name = "ExamplesError";
}

/**
 * Reads a JSON file `{ "<event name>": [ {…data}, … ] }`.
 * @throws ExamplesError when the file is missing or has another form.
 */
export function readExamples(path: string): EventExamples {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ExamplesError(`the examples in ${path} cannot be read: ${reason}`, { cause });
  }
  const parsed = examplesSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const form = `{ "<event name>": [ { …data }, … ] }`;
  throw new ExamplesError(`${path} does not have the form ${form}: ${z.prettifyError(parsed.error)}`);
}
