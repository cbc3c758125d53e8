import type { CreateOptions, EventToSend, Fields } from "./event.ts";

/** What makes an event of data, without what refuses it. */
export interface Making<Accepted extends Fields | undefined = Fields> {
  event: string;
  version: string;
  /** Fields that make the id, the revision last. */
  key?: readonly string[];
  accept(data: unknown): Accepted;
}

/** The event that a contract makes of data and options; undefined where it does not accept the data. */
export function eventOf<Accepted extends Fields | undefined>(
  { event: name, version: v, key, accept }: Making<Accepted>,
  data: Fields,
  { id, ts, cause }: CreateOptions,
): EventToSend<string, Fields> | Extract<Accepted, undefined> {
  const fields = accept({
    // A cascade's first event has no correlation id of its own: its event id becomes everybody's.
    ...(cause && {
      correlationId: cause.data?.correlationId ?? (cause.id || undefined),
      causationId: cause.id || undefined,
    }),
    ...data,
    // Callers without types may send nothing at all; the schema says what is missing.
    occurredAt: data?.occurredAt ?? new Date().toISOString(),
  });
  if (!fields) return nothingOf<Accepted>();
  const event: EventToSend<string, Fields> = { name, data: fields, v };
  const eventId = id || (key && [name, ...key.map((field) => fields[field])].join(":"));
  if (eventId) event.id = eventId;
  if (ts !== undefined) event.ts = ts;
  return event;
}

/** Guarantee: only a contract that may accept nothing gets here. */
function nothingOf<Accepted>(): Extract<Accepted, undefined> {
  return undefined as Extract<Accepted, undefined>;
}
