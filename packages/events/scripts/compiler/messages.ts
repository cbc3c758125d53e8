import * as z from "zod";
import { type Node, refused, type Writer } from "./code.ts";

type Issue = z.core.$ZodRawIssue;
type Owner = { error?: unknown };

const english = z.locales.en().localeError;
/** How zod keeps a message that was given as a text, alone or beside other options. */
const constant: ReadonlySet<string> = new Set(
  [z.string("text"), z.string({ error: "text" })].map((schema) => String(definitionErrorOf(schema))),
);

function definitionErrorOf(schema: z.core.$ZodType): unknown {
  return schema._zod.def.error;
}

/** The message that somebody wrote for a check or its schema, as a text. */
export function writtenMessage(writer: Writer, node: Node, ...owners: Owner[]): string | undefined {
  const error = owners.map((owner) => owner.error).find((each) => each !== undefined);
  if (error === undefined) return undefined;
  if (typeof error !== "function" || !constant.has(String(error))) {
    throw refused(writer, node, "a message that is computed");
  }
  return String(error());
}

/** zod's own words for an issue whose message does not depend on the value. */
export function ownMessage(issue: Partial<Issue> & { code: Issue["code"] }): string {
  const message = english(issue as Issue);
  if (message === undefined || message === null) throw new Error(`zod has no words for ${issue.code}.`);
  return typeof message === "string" ? message : message.message;
}
