import { UNSTORABLE } from "./compiled/report.ts";
import type { Fields } from "./event.ts";
import { InvalidEventError, type SchemaIssue, toEventIssues } from "./invalid-event-error.ts";
import { isTooDeep, MAX_EVENT_DEPTH } from "./nesting.ts";

/** What a contract makes of data; its fields mean nothing where there are issues. */
export interface Parsed {
  issues: readonly SchemaIssue[];
  data: Fields;
  /** Where the first text is that no database takes. */
  unstorable?: readonly PropertyKey[];
}

export interface Contract {
  event: string;
  version: string;
  parse(data: unknown): Parsed;
}

/**
 * @param isFlat whether that is known already
 * @throws InvalidEventError with the paths that are wrong, and no values
 */
export function parseEventData({ event, version, parse }: Contract, data: unknown, isFlat = false): Fields {
  const refuse = (issues: readonly SchemaIssue[]) =>
    new InvalidEventError(event, version, toEventIssues(issues));
  if (!isFlat && isTooDeep(data)) throw refuse([{ path: [], message: `nested deeper than ${MAX_EVENT_DEPTH} levels` }]);
  const { issues, data: fields, unstorable } = parse(data);
  if (issues.length > 0) throw refuse(issues);
  if (!unstorable) return fields;
  throw refuse([{ path: unstorable, message: UNSTORABLE }]);
}
