import { readFileSync } from "node:fs";
import * as z from "zod";
import { brandErrors, hasBrand } from "../core/brand.ts";

const examplesSchema = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));

/** Example data by event name. */
export type EventExamples = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** A file of examples or schemas cannot be used. `message` names the file and what is wrong in it. */
export class ExamplesError extends Error {
  static {
    brandErrors(ExamplesError.prototype, "ExamplesError");
  }
  static isInstance(value: unknown): value is ExamplesError {
    return hasBrand(value, "ExamplesError");
  }
  override readonly name = "ExamplesError";
}

/** JSON schemas of events' data by event name, draft 2020-12. */
export type EventSchemas = Readonly<Record<string, Record<string, unknown>>>;

const schemasSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/**
 * Reads a JSON file `{ "<event name>": [ {…data}, … ] }`.
 * @throws ExamplesError when the file is missing or has another form.
 */
export function readExamples(path: string): EventExamples {
  return readFile(path, examplesSchema, { what: "examples", form: `{ "<event name>": [ { …data }, … ] }` });
}

/**
 * Reads a JSON file `{ "<event name>": {…JSON schema of its data} }`.
 * @throws ExamplesError when the file is missing or has another form.
 */
export function readSchemas(path: string): EventSchemas {
  return readFile(path, schemasSchema, { what: "schemas", form: `{ "<event name>": { …schema } }` });
}

function readFile<Content>(
  path: string,
  schema: z.ZodType<Content>,
  { what, form }: { what: string; form: string },
): Content {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ExamplesError(`the ${what} in ${path} cannot be read: ${reason}`, { cause });
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new ExamplesError(`${path} does not have the form ${form}: ${z.prettifyError(parsed.error)}`);
}
