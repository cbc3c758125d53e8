import { type $ZodIssue, toDotPath } from "zod/v4/core";
import { hasBrand } from "./brand.ts";

export interface EventIssue {
  /** Where in the data, such as `items[0].quantity`; empty for the event as a whole. */
  path: string;
  reason: string;
}

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
  readonly issues: readonly EventIssue[];

  constructor(event: string, version: string, issues: readonly EventIssue[]) {
    const reasons = issues.map(({ path, reason }) => (path ? `${path}: ${reason}` : reason)).join("; ");
    super(`${event} ${version} is not valid: ${reasons}. See: org-events show ${event}`);
    this.event = event;
    this.version = version;
    this.issues = issues;
  }

  get [invalidEvent](): true {
    return true;
  }
}

export function toEventIssues(issues: readonly $ZodIssue[]): EventIssue[] {
  return issues.map(({ path, message }) => ({ path: toDotPath(path), reason: message }));
}
