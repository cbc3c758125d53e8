export interface EventIssue {
  /** Where in the data, such as `items[0].quantity`; empty for the event as a whole. */
  path: string;
  reason: string;
}

interface SchemaIssue {
  path: readonly PropertyKey[];
  message: string;
}

/**
 * The data does not follow the event's contract. The issues name paths and reasons but never values,
 * because values may be personal data and errors end up in logs.
 */
export class InvalidEventError extends Error {
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
}

export function toEventIssues(issues: readonly SchemaIssue[]): EventIssue[] {
  return issues.map(({ path, message }) => ({
    path: path
      .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
      .join("")
      .slice(1),
    reason: message,
  }));
}
