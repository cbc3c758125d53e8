import { hasBrand } from "./brand.ts";
import { shownKey } from "./shown-key.ts";

export interface EventIssue {
  /** Where in the data, such as `items[0].quantity`; empty for the event as a whole. */
  path: string;
  reason: string;
}

/** More than anybody reads; a list of thousands of wrong items would make errors of megabytes. */
const NAMED_ISSUES = 20;
export const LONGEST_PATH = 100;

const invalidEvent = Symbol.for("@org/events/InvalidEventError");

/**
 * The data does not follow the event's contract. The issues name paths and reasons but never values,
 * because values may be personal data and errors end up in logs.
 */
export class InvalidEventError extends Error {
  /** Also true for an error of another copy of this package. */
  static isInstance(value: unknown): value is InvalidEventError {
    return hasBrand(value, invalidEvent);
  }

  override readonly name = "InvalidEventError";
  declare readonly event: string;
  declare readonly version: string;
  /** The first 20. */
  declare readonly issues: readonly EventIssue[];
  /** How many issues there are beside those. */
  declare readonly unnamed: number;

  constructor(event: string, version: string, issues: readonly EventIssue[]) {
    const named = issues.slice(0, NAMED_ISSUES);
    const unnamed = issues.length - named.length;
    const reasons = named.map(({ path, reason }) => (path ? `${path}: ${reason}` : reason));
    if (unnamed) reasons.push(`and ${unnamed} more`);
    super(`${event} ${version} is not valid: ${reasons.join("; ")}. See: org-events show ${event}`);
    this.event = event;
    this.version = version;
    this.issues = named;
    this.unnamed = unnamed;
  }

  get [invalidEvent](): true {
    return true;
  }
}

/** An issue as zod has it, or a compiled contract. */
export interface SchemaIssue {
  path: readonly PropertyKey[];
  message: string;
  code?: string;
}

export function toEventIssues(issues: readonly SchemaIssue[]): EventIssue[] {
  return issues.map(({ path, message, code }) => ({
    path: writtenPath(path),
    // zod quotes the keys, which are the sender's.
    reason: code === "unrecognized_keys" ? "Unrecognized keys" : message,
  }));
}

/** As in code; a name that a sender chose (of a record's key, say) may be as personal as values, and is not quoted. */
export function writtenPath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${shownKey(String(key))}`))
    .join("")
    .replace(/^\.|\.(?=\[)/g, "")
    .slice(0, LONGEST_PATH);
}
