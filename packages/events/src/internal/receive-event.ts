import type * as z from "zod";
import { UNSTORABLE } from "./compiled/report.ts";
import type { Fields, RawEvent } from "./event.ts";
import { InvalidEventError, toEventIssues } from "./invalid-event-error.ts";
import { isTooDeep, MAX_EVENT_DEPTH } from "./nesting.ts";
import type { PreviousVersion } from "./previous-version.ts";
import { standardData } from "./standard-fields.ts";
import { findUnstorable } from "./unstorable.ts";

interface Contract {
  event: string;
  version: string;
  schema: z.ZodObject;
}

/** One published version, and how its data becomes that of the next newer one. */
interface Version extends Contract {
  newer?: { version: Version; upcast: PreviousVersion["upcast"] };
}

/** Newest first; the first is the latest. */
export type Versions = [Version, ...Version[]];

/** @throws InvalidEventError with the paths that are wrong, and no values */
export function parseEventData({ event, version, schema }: Contract, data: unknown): Fields {
  if (isTooDeep(data)) {
    const reason = `nested deeper than ${MAX_EVENT_DEPTH} levels`;
    throw new InvalidEventError(event, version, [{ path: "", reason }]);
  }
  const result = schema.safeParse(data);
  if (!result.success) throw new InvalidEventError(event, version, toEventIssues(result.error.issues));
  const path = findUnstorable(result.data);
  if (!path) return result.data;
  throw new InvalidEventError(event, version, toEventIssues([{ path, message: UNSTORABLE }]));
}

export function versionsOf(latest: Contract & { previous?: PreviousVersion }): Versions {
  const versions: Versions = [latest];
  let newer: Version = latest;
  for (let previous = latest.previous; previous; previous = previous.previous) {
    const { version, schema, upcast } = previous;
    newer = { event: latest.event, version, schema, newer: { version: newer, upcast } };
    versions.push(newer);
  }
  return versions;
}

/**
 * Reads an event of any published version as the latest. Without a known `v`, the newest version that accepts
 * the data is taken for the sender's, so that events sent by hand work too.
 */
export function receiveEvent(versions: Versions, raw: RawEvent): Fields {
  const data = withOccurredAt(raw);
  let version = sendersVersion(versions, data, raw?.v);
  let fields = parseSent(version, data, raw?.v);
  while (version.newer) {
    const upcast = { ...version.newer.upcast(fields), ...standardData.parse(fields) };
    version = version.newer.version;
    fields = parseEventData(version, upcast);
  }
  return fields;
}

/** @throws InvalidEventError, which says first of all when the sender knows a later version. */
function parseSent(contract: Contract, data: unknown, sent: unknown): Fields {
  const { event, version } = contract;
  try {
    return parseEventData(contract, data);
  } catch (error) {
    if (!InvalidEventError.isInstance(error) || !isLater(sent, version)) throw error;
    const reason = `sent by ${sent}, this reader knows up to ${version}: update @org/events`;
    throw new InvalidEventError(event, version, [{ path: "", reason }, ...error.issues]);
  }
}

/** Of another form it is no version, and what a sender wrote is not quoted. */
function isLater(sent: unknown, version: string): sent is string {
  return typeof sent === "string" && /^\d{4}-\d{2}-\d{2}\.\d{2}$/.test(sent) && sent > version;
}

function sendersVersion(versions: Versions, data: unknown, stated: RawEvent["v"]): Version {
  const known = versions.find(({ version }) => version === stated);
  // What a later sender wrote is no older version, also where one would accept it.
  const isLatest = versions.length === 1 || isLater(stated, versions[0].version) || isTooDeep(data);
  if (known || isLatest) return known ?? versions[0];
  return versions.find(({ schema }) => schema.safeParse(data).success) ?? versions[0];
}

/** A sender that does not use this library leaves `occurredAt` out; the event's own time stands in. */
function withOccurredAt(raw: RawEvent | undefined | null): unknown {
  const { data, ts } = raw ?? {};
  if (typeof data !== "object" || data === null || "occurredAt" in data || ts === undefined) return data;
  const time = new Date(ts);
  return Number.isNaN(time.getTime()) ? data : { ...data, occurredAt: time.toISOString() };
}
