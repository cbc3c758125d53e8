import { createRedactor } from "@org/events";
import { catalogues } from "@org/events/catalogues";
import type { LogName } from "./port.ts";

/** Takes what may be personal out of the values of a row. */
type Redaction = (row: Record<string, unknown>) => Record<string, unknown>;

const redact = createRedactor(...catalogues);
/** No event has this name, so that every text is hidden. */
const unknownEvent = "";

const redactions: Partial<Record<LogName, Redaction>> = {
  "analytics-events": ({ properties, ...row }) => ({ ...row, properties: redact(unknownEvent, properties) }),
  "dead-letters": ({ events, ...row }) => ({
    ...row,
    events: Array.isArray(events) ? events.map(redactedEvent) : [],
  }),
  outbox: ({ payload, ...row }) => ({ ...row, payload: redactedEvent(payload) }),
};

/** What of a log's row the archive gets. */
export function redactedRow(log: LogName, row: Record<string, unknown>): Record<string, unknown> {
  return redactions[log]?.(row) ?? row;
}

function redactedEvent(stored: unknown): unknown {
  const event = Object(stored);
  return { ...event, data: redact(String(event.name), event.data) };
}
