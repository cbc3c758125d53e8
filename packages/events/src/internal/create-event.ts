import type { CreateOptions, EventToSend, Fields } from "./event.ts";
import { InvalidEventError } from "./invalid-event-error.ts";

/** Inngest's limit for one event on every plan, in bytes of JSON. */
export const MAX_EVENT_BYTES = 256 * 1024;

/** What data of this size or less leaves is more than the longest name, version and id take. */
export const SMALL = 250_000;

/** An id beyond it is measured with its event. */
const LONG_ID = 1_000;

/** What Inngest takes as an event's time; one outside is refused however often it is sent. */
export const EARLIEST = Date.UTC(1980, 0, 1);
export const LATEST = Date.UTC(2100, 0, 1);

export interface ContractToSend {
  event: string;
  version: string;
  key?: readonly string[];
  revision?: string;
  /**
   * Says also whether it is certain, without measuring, that the data leaves room for the rest of the event.
   * @throws InvalidEventError when the data does not follow the contract
   */
  accept(data: unknown): readonly [data: Fields, isSmall?: boolean];
}

/** @throws InvalidEventError when the data does not follow the contract, or the event could not be sent as it is */
export function createEvent(
  contract: ContractToSend,
  data: Fields,
  { id, ts, cause }: CreateOptions = {},
): EventToSend<string, Fields> {
  const given = {
    // A cascade's first event has no correlation id of its own: its event id becomes everybody's.
    ...(cause && {
      correlationId: cause.data?.correlationId ?? (cause.id || undefined),
      causationId: cause.id || undefined,
    }),
    ...data,
    // Callers without types may send nothing at all; the schema says what is missing.
    occurredAt: data?.occurredAt ?? new Date().toISOString(),
  };
  const [fields, isSmall] = contract.accept(given);
  const event: EventToSend<string, Fields> = { name: contract.event, data: fields, v: contract.version };
  const eventId = id || derivedId(contract, fields);
  if (eventId) event.id = eventId;
  if (ts !== undefined) event.ts = ts;
  const reason = reasonNotToSend(event, isSmall && String(eventId).length < LONG_ID);
  if (reason === undefined) return event;
  throw new InvalidEventError(event.name, event.v, [{ path: "", reason }]);
}

function reasonNotToSend(event: EventToSend, isSmall?: boolean): string | undefined {
  const { ts } = event;
  if (ts !== undefined && !(Number.isInteger(ts) && ts >= EARLIEST && ts <= LATEST)) {
    return `ts is ${ts}, and has to be whole milliseconds between 1980 and 2100`;
  }
  if (isSmall) return undefined;
  try {
    const bytes = eventBytes(event);
    if (bytes <= MAX_EVENT_BYTES) return undefined;
    return `${bytes} bytes, and ${MAX_EVENT_BYTES} are allowed; send ids and fetch the rest in the workflow`;
  } catch {
    // A bigint, or an object with a `toJSON` that throws.
    return "the data cannot be written as JSON";
  }
}

/** Bytes of an event as JSON, as it travels. */
export function eventBytes(event: EventToSend): number {
  return new TextEncoder().encode(JSON.stringify(event)).length;
}

function derivedId({ event, key, revision }: ContractToSend, data: Fields): string | undefined {
  const fields = key && (revision ? [...key, revision] : key);
  return fields && [event, ...fields.map((field) => data[field])].join(":");
}
