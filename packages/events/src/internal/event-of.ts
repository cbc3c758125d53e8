import type { CausingEvent, CreateOptions, EventToSend, Fields } from "./event.ts";

/** What an event of a contract is made of, beside its data. */
export interface Naming {
  event: string;
  version: string;
  /** Fields that make the id, the revision last. */
  key?: readonly string[];
}

/** Data as it is given to a contract: with what caused it, and when it happened. */
export function givenData(data: Fields, cause?: CausingEvent): Fields {
  return {
    // A cascade's first event has no correlation id of its own: its event id becomes everybody's.
    ...(cause && {
      correlationId: cause.data?.correlationId ?? (cause.id || undefined),
      causationId: cause.id || undefined,
    }),
    ...data,
    // Callers without types may send nothing at all; the schema says what is missing.
    occurredAt: data?.occurredAt ?? new Date().toISOString(),
  };
}

/** The event that data makes which its contract has accepted. */
export function eventOf(
  { event: name, version: v, key }: Naming,
  data: Fields,
  { id, ts }: CreateOptions,
): EventToSend<string, Fields> {
  const eventId = id || (key && [name, ...key.map((field) => data[field])].join(":"));
  return { name, data, v, ...(eventId && { id: eventId }), ...(ts !== undefined && { ts }) };
}
