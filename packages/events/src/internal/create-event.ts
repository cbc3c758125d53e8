import type { CreateOptions, EventToSend, Fields } from "./event.ts";
import { InvalidEventError } from "./invalid-event-error.ts";

/** What Inngest takes as an event's time; one outside is refused however often it is sent. */
export const EARLIEST = Date.UTC(1980, 0, 1);
export const LATEST = Date.UTC(2100, 0, 1);

/** Characters of an id that is given; one made of a contract's fields is as long as they are. */
const LONGEST_ID = 1_000;

export interface ContractToSend {
  event: string;
  version: string;
  /** Fields that make the id, the revision last. */
  key?: readonly string[];
  /** @throws InvalidEventError when the data does not follow the contract */
  accept(data: unknown): Fields;
  /** Says why an event could not travel; left out where the contract allows of no data that is too large. */
  tooLarge?(event: EventToSend): string | undefined;
}

/** @throws InvalidEventError when the data does not follow the contract, or the event could not be sent as it is */
export function createEvent(
  contract: ContractToSend,
  data: Fields,
  { id, ts, cause }: CreateOptions = {},
): EventToSend<string, Fields> {
  const { event: name, version: v, key } = contract;
  const fields = contract.accept({
    // A cascade's first event has no correlation id of its own: its event id becomes everybody's.
    ...(cause && {
      correlationId: cause.data?.correlationId ?? (cause.id || undefined),
      causationId: cause.id || undefined,
    }),
    ...data,
    // Callers without types may send nothing at all; the schema says what is missing.
    occurredAt: data?.occurredAt ?? new Date().toISOString(),
  });
  const event: EventToSend<string, Fields> = { name, data: fields, v };
  const eventId = id || (key && [name, ...key.map((field) => fields[field])].join(":"));
  if (eventId) event.id = eventId;
  if (ts !== undefined) event.ts = ts;
  const reason =
    ts !== undefined && !(Number.isInteger(ts) && ts >= EARLIEST && ts <= LATEST)
      ? `ts is ${ts}, and has to be whole milliseconds between 1980 and 2100`
      : String(id).length > LONGEST_ID
        ? `its id is longer than ${LONGEST_ID} characters`
        : contract.tooLarge?.(event);
  if (reason) throw new InvalidEventError(name, v, [{ path: "", reason }]);
  return event;
}
