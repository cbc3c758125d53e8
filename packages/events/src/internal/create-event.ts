import type * as z from "zod";
import type { CreateOptions, EventToSend, Fields } from "./event.ts";
import { type EventIssue, InvalidEventError } from "./invalid-event-error.ts";
import { parseEventData } from "./receive-event.ts";

/** Inngest's limit for one event on every plan, in bytes of JSON. */
export const MAX_EVENT_BYTES = 256 * 1024;

/** Inngest refuses an event whose time lies outside of these years, and everything that was sent with it. */
const EARLIEST_TIME = Date.UTC(1980, 0, 1);
const LATEST_TIME = Date.UTC(2100, 0, 1);

interface Contract {
  event: string;
  version: string;
  schema: z.ZodObject;
  key?: readonly string[];
  revision?: string;
}

/** @throws InvalidEventError when the data does not follow the contract, or the event could not be sent as it is */
export function createEvent(
  contract: Contract,
  data: Fields,
  { id, ts, cause }: CreateOptions = {},
): EventToSend<string, Fields> {
  if (typeof data !== "object" || data === null) parseEventData(contract, data);
  const parsed = parseEventData(contract, {
    // A cascade's first event has no correlation id of its own: its event id becomes everybody's.
    ...(cause && { correlationId: cause.data?.correlationId ?? cause.id, causationId: cause.id }),
    ...data,
    occurredAt: data.occurredAt ?? new Date().toISOString(),
  });
  const event: EventToSend<string, Fields> = { name: contract.event, data: parsed, v: contract.version };
  const eventId = id ?? derivedId(contract, parsed);
  if (eventId !== undefined) event.id = eventId;
  if (ts !== undefined) event.ts = ts;
  const reason = reasonNotToSend(event);
  if (reason === undefined) return event;
  throw new InvalidEventError(event.name, event.v, [reason]);
}

function reasonNotToSend(event: EventToSend): EventIssue | undefined {
  const { ts } = event;
  if (ts !== undefined && !(ts >= EARLIEST_TIME && ts < LATEST_TIME)) {
    return { path: "ts", reason: "not a time between 1980 and 2100, in milliseconds since 1970" };
  }
  try {
    const bytes = eventBytes(event);
    if (bytes <= MAX_EVENT_BYTES) return undefined;
    const reason = `${bytes} bytes, and ${MAX_EVENT_BYTES} are allowed; send ids and fetch the rest in the workflow`;
    return { path: "", reason };
  } catch {
    // A bigint, or an object with a `toJSON` that throws.
    return { path: "", reason: "the data cannot be written as JSON" };
  }
}

/** Bytes of an event as JSON, as it travels. */
export function eventBytes(event: EventToSend): number {
  return new TextEncoder().encode(JSON.stringify(event)).length;
}

function derivedId({ event, key, revision }: Contract, data: Fields): string | undefined {
  const fields = key && (revision ? [...key, revision] : key);
  return fields && [event, ...fields.map((field) => data[field])].join(":");
}
