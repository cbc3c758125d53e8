import type * as z from "zod";
import { definedOnly, type Fields } from "./data-fields.ts";
import type { RawEvent } from "./event.ts";
import { InvalidEventError, toEventIssues } from "./invalid-event-error.ts";
import type { PreviousVersion } from "./previous-version.ts";

interface LatestVersion {
  version: string;
  schema: z.ZodObject;
  previous?: PreviousVersion;
}

/** Reads one version's data as the latest version's. */
interface VersionReader {
  version: string;
  schema: z.ZodObject;
  read(data: unknown): Fields;
}

/** Newest first; the first is the latest version. */
type VersionReaders = [VersionReader, ...VersionReader[]];

/** @throws InvalidEventError with every path that is wrong, and no values */
export function parseEventData(
  event: string,
  { version, schema }: Pick<LatestVersion, "version" | "schema">,
  data: unknown,
): Fields {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new InvalidEventError(event, version, toEventIssues(result.error.issues));
}

/** One reader per published version, newest first; each older one upcasts and hands over to the next newer. */
export function versionReaders(event: string, latest: LatestVersion): VersionReaders {
  let reader: VersionReader = {
    version: latest.version,
    schema: latest.schema,
    read: (data) => parseEventData(event, latest, data),
  };
  const readers: VersionReaders = [reader];
  for (let previous = latest.previous; previous; previous = previous.previous) {
    reader = olderReader(event, previous, reader);
    readers.push(reader);
  }
  return readers;
}

function olderReader(event: string, previous: PreviousVersion, next: VersionReader): VersionReader {
  return {
    version: previous.version,
    schema: previous.schema,
    read(data) {
      const fields = parseEventData(event, previous, data);
      const { occurredAt, correlationId, causationId } = fields;
      const carried = definedOnly({ occurredAt, correlationId, causationId });
      return next.read({ ...previous.upcast(fields), ...carried });
    },
  };
}

/**
 * Reads an event of any published version. Without a known `v`, the newest version that accepts the data is
 * taken for the sender's, so that events sent by hand work too.
 */
export function receiveEvent(readers: VersionReaders, raw: RawEvent): Fields {
  const data = withOccurredAt(raw);
  const reader =
    readers.find(({ version }) => version === raw.v) ??
    readers.find(({ schema }) => schema.safeParse(data).success) ??
    readers[0];
  return reader.read(data);
}

/** A sender that does not use this library leaves `occurredAt` out; the event's own time stands in. */
function withOccurredAt({ data, ts }: RawEvent): unknown {
  if (typeof data !== "object" || data === null || "occurredAt" in data || ts === undefined) return data;
  return { ...data, occurredAt: new Date(ts).toISOString() };
}
