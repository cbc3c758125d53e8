import type * as z from "zod";
import { definedOnly, type Fields } from "./data-fields.ts";
import type { CausingEvent, CreateOptions, EventToSend } from "./event.ts";
import { InvalidEventError } from "./invalid-event-error.ts";
import { parseEventData } from "./receive-event.ts";

/** Inngest's limit for one event on every plan, in bytes of JSON. */
export const MAX_EVENT_BYTES = 256 * 1024;

interface Contract {
  event: string;
  version: string;
  schema: z.ZodObject;
  key?: readonly string[];
  revision?: string;
}

/** @throws InvalidEventError when the data does not follow the contract or the event is too large */
export function createEvent(
  contract: Contract,
  data: Fields,
  { id, ts, cause }: CreateOptions = {},
): EventToSend<string, Fields> {
  const occurredAt = new Date().toISOString();
  const fields = { occurredAt, ...causationOf(cause), ...definedOnly(data) };
  const parsed = parseEventData(contract.event, contract, fields);
  const event: EventToSend<string, Fields> = { name: contract.event, data: parsed, v: contract.version };
  const eventId = id ?? derivedId(contract, parsed);
  if (eventId !== undefined) event.id = eventId;
  if (ts !== undefined) event.ts = ts;
  refuseOversized(event);
  return event;
}

/** Bytes of an event as JSON, as it travels. */
export function eventBytes(event: EventToSend): number {
  return new TextEncoder().encode(JSON.stringify(event)).length;
}

function derivedId({ event, key, revision }: Contract, data: Fields): string | undefined {
  if (!key) return undefined;
  return [event, ...key.map((field) => data[field]), ...(revision ? [data[revision]] : [])].join(":");
}

/** The cascade's first event has no correlation id of its own: its event id becomes everybody's. */
function causationOf({ id, data }: CausingEvent = {}): Fields {
  const inherited =
    typeof data === "object" && data !== null && "correlationId" in data && data.correlationId;
  return definedOnly({ correlationId: inherited || id, causationId: id });
}

function refuseOversized(event: EventToSend): void {
  const bytes = eventBytes(event);
  if (bytes <= MAX_EVENT_BYTES) return;
  const reason = `the event has ${bytes} bytes and ${MAX_EVENT_BYTES} are allowed; send ids and fetch the rest in the workflow`;
  throw new InvalidEventError(event.name, event.v, [{ path: "", reason }]);
}
