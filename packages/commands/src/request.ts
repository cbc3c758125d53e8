import { isStorable } from "@org/events/text";
import type * as z from "zod";
import { invalidEntries } from "./internal/invalid-entries.ts";
import type { Refusal } from "./outcome.ts";

/** What a command takes, and what a person hears when it is something else. */
export interface RequestRule<Schema extends z.ZodType, Field extends string> {
  schema: Schema;
  /** The entries that a person fills in: what is wrong with one of them is said at that one. */
  fields: readonly Field[];
  /** What is said when anything else is wrong, which came with the form and which the person does not see. */
  damaged: string | ((issues: readonly z.core.$ZodIssue[]) => string);
}

/** Keeps the names of the fields. */
export function requestRule<Schema extends z.ZodType, const Field extends string = never>(
  rule: RequestRule<Schema, Field>,
): RequestRule<Schema, Field> {
  return rule;
}

/** As a person's form or another program has it: mostly texts. */
export type EntriesOf<Rule> = Rule extends RequestRule<infer Schema, string> ? z.input<Schema> : never;

/** The same once it was read. */
export type RequestOf<Rule> = Rule extends RequestRule<infer Schema, string> ? z.output<Schema> : never;

/** The entries that a person fills in. */
export type FieldOf<Rule> = Rule extends RequestRule<z.ZodType, infer Field> ? Field : never;

/** - `invalid`: entries need a change, which `fields` names; `damaged`: what came with the form was not as it was sent. */
export type InvalidCode = "invalid" | "damaged";

const unreadable = "Some characters here cannot be read. Delete what looks odd, and type it again.";

/** Whether an entry has only what every database and every vendor takes. */
function isReadable(entry: unknown): boolean {
  if (typeof entry === "string") return isStorable(entry);
  return !Array.isArray(entry) || entry.every(isReadable);
}

function unreadableAt(field: string): z.core.$ZodIssue {
  return { code: "custom", path: [field], message: unreadable, input: undefined };
}

/** Reads a request. Every command does; a page may ask first, to refuse before it counts or charges anything. */
export function readRequest<Schema extends z.ZodType, Field extends string>(
  { schema, fields, damaged }: RequestRule<Schema, Field>,
  entries: z.input<Schema>,
): { ok: true; request: z.output<Schema> } | Refusal<InvalidCode, Field> {
  const { data, error } = schema.safeParse(entries);
  const garbled = Object.entries(Object(entries)).filter(([, entry]) => !isReadable(entry));
  if (!error && garbled.length === 0) return { ok: true, request: data };
  const issues = [...(error?.issues ?? []), ...garbled.map(([name]) => unreadableAt(name))];
  const wrong: Partial<Record<Field, string>> = {};
  for (const field of fields) {
    const issue = issues.find(({ path }) => path[0] === field);
    if (issue) wrong[field] = issue.message;
  }
  const hidden = issues.filter(({ path }) => !fields.some((field) => field === path[0]));
  if (hidden.length > 0) {
    const message = typeof damaged === "string" ? damaged : damaged(hidden);
    return { ok: false, code: "damaged", message, fields: wrong };
  }
  return invalidEntries(wrong);
}
