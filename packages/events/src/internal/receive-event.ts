import type * as z from "zod";
import type { Fields, RawEvent } from "./event.ts";
import { isTooDeep } from "./nesting.ts";
import { type Contract, type Parsed, parseEventData } from "./parse-event-data.ts";
import type { PreviousVersion } from "./previous-version.ts";
import { standardData } from "./standard-fields.ts";
import { findUnstorable } from "./unstorable.ts";

/** One published version, and how its data becomes that of the next newer one. */
interface Version extends Contract {
  schema: z.ZodObject;
  newer?: { version: Version; upcast: PreviousVersion["upcast"] };
}

/** Newest first; the first is the latest. */
export type Versions = [Version, ...Version[]];

interface Latest extends Omit<Contract, "parse"> {
  schema: z.ZodObject;
  previous?: PreviousVersion;
}

export function versionsOf(latest: Latest): Versions {
  let newer: Version = { ...latest, parse: parserOf(latest.schema) };
  const versions: Versions = [newer];
  for (let previous = latest.previous; previous; previous = previous.previous) {
    const { version, schema, upcast } = previous;
    newer = {
      event: latest.event,
      version,
      schema,
      parse: parserOf(schema),
      newer: { version: newer, upcast },
    };
    versions.push(newer);
  }
  return versions;
}

export function parserOf(schema: z.ZodObject): (data: unknown) => Parsed {
  return (data) => {
    const result = schema.safeParse(data);
    if (!result.success) return { issues: result.error.issues, data: {} };
    return { issues: [], data: result.data, unstorable: findUnstorable(result.data) };
  };
}

/**
 * Reads an event of any published version as the latest. Without a known `v`, the newest version that accepts
 * the data is taken for the sender's, so that events sent by hand work too.
 */
export function receiveEvent(versions: Versions, raw: RawEvent): Fields {
  const data = withOccurredAt(raw);
  let version = sendersVersion(versions, data, raw?.v);
  let fields = parseEventData(version, data);
  while (version.newer) {
    const upcast = { ...version.newer.upcast(fields), ...standardData.parse(fields) };
    version = version.newer.version;
    fields = parseEventData(version, upcast);
  }
  return fields;
}

function sendersVersion(versions: Versions, data: unknown, stated: RawEvent["v"]): Version {
  const known = versions.find(({ version }) => version === stated);
  if (known || versions.length === 1 || isTooDeep(data)) return known ?? versions[0];
  return versions.find(({ schema }) => schema.safeParse(data).success) ?? versions[0];
}

/** A sender that does not use this library leaves `occurredAt` out; the event's own time stands in. */
function withOccurredAt(raw: RawEvent | undefined | null): unknown {
  const { data, ts } = raw ?? {};
  if (typeof data !== "object" || data === null || "occurredAt" in data || ts === undefined) return data;
  const time = new Date(ts);
  return Number.isNaN(time.getTime()) ? data : { ...data, occurredAt: time.toISOString() };
}
