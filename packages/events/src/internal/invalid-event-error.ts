import { type $ZodIssue, toDotPath } from "zod/v4/core";
import { storable } from "../text.ts";
import { hasBrand } from "./brand.ts";

export interface EventIssue {
  /** Where in the data, such as `items[0].quantity`; empty for the event as a whole. */
  path: string;
  reason: string;
}

/** More than anybody reads; a list of thousands of wrong items would make errors of megabytes. */
const NAMED_ISSUES = 20;
const LONGEST_PATH = 100;

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
  readonly event: string;
  readonly version: string;
  /** The first 20. */
  readonly issues: readonly EventIssue[];
  /** How many issues there are beside those. */
  readonly unnamed: number;

  constructor(event: string, version: string, issues: readonly EventIssue[]) {
    const named = issues.slice(0, NAMED_ISSUES);
    const unnamed = issues.length - named.length;
    const reasons = named.map(({ path, reason }) => (path ? `${path}: ${reason}` : reason));
    if (unnamed > 0) reasons.push(`and ${unnamed} more`);
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

export function toEventIssues(issues: readonly Pick<$ZodIssue, "path" | "message">[]): EventIssue[] {
  // A key of a record is the sender's text, as long as they like; the reason is the schema's.
  return issues.map(({ path, message }) => ({
    path: storable(toDotPath(path).slice(0, LONGEST_PATH)),
    reason: message,
  }));
}
