import type { EventCatalogue } from "./catalogue.ts";
import type { Fields } from "./event.ts";
import { isTooDeep, MAX_EVENT_DEPTH } from "./nesting.ts";
import { type PersonalField, personalFieldsOf } from "./personal-fields.ts";

/** Copies an event's data with personal values replaced by their kind. */
export type Redact = (event: string, data: unknown) => unknown;

/** Stands for data that no event can carry; walking it would end in a stack overflow. */
const TOO_DEEP = "[nested too deeply]";

/** Inngest's function events hold whole events. */
const DEEPEST = MAX_EVENT_DEPTH + 10;

const LIFECYCLE = new Set([
  "inngest/function.failed",
  "inngest/function.finished",
  "inngest/function.cancelled",
]);

/**
 * Redaction for logs, dead letters and consoles, from the marks on the catalogues' schemas (of every readable
 * version). Of an event that no catalogue knows every text is hidden; Inngest's function events keep their
 * function, run and error, and have the events inside them redacted.
 */
export function createRedactor(...catalogues: Pick<EventCatalogue, "find">[]): Redact {
  const known = new Map<string, PersonalField[] | undefined>();
  const fieldsOf = (event: string) => {
    const definition = catalogues.map((catalogue) => catalogue.find(event)).find(Boolean);
    return definition && personalFieldsOf(definition);
  };
  const redact: Redact = (event, data) => {
    if (isTooDeep(data, DEEPEST)) return TOO_DEEP;
    if (!known.has(event)) known.set(event, fieldsOf(event));
    const fields = known.get(event);
    if (fields) return fields.reduce(hideField, data);
    if (LIFECYCLE.has(event) && isFields(data)) return redactLifecycle(data, redact);
    return hideTexts(data);
  };
  return redact;
}

function redactLifecycle(data: Fields, redact: Redact): Fields {
  const inner = (event: unknown) =>
    isFields(event) && typeof event.name === "string"
      ? { ...event, data: redact(event.name, event.data) }
      : event;
  const { event, events, result, ...rest } = data;
  return {
    ...rest,
    ...(event === undefined ? {} : { event: inner(event) }),
    ...(Array.isArray(events) ? { events: events.map(inner) } : {}),
    ...(result === undefined ? {} : { result: hideTexts(result) }),
  };
}

/** Paths are those of {@link PersonalField}: `a.b`, `a[].b`, `a.*`. */
function hideField(data: unknown, { path, kind }: PersonalField): unknown {
  const keys = path.replaceAll("[]", ".[]").split(".");
  return hideAt(data, keys, `[${kind}]`);
}

function hideAt(data: unknown, [key, ...rest]: string[], mask: string): unknown {
  if (data === undefined || data === null) return data;
  if (key === undefined) return mask;
  if (key === "[]") return Array.isArray(data) ? data.map((item) => hideAt(item, rest, mask)) : data;
  if (!isFields(data)) return data;
  if (key === "*") {
    return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, hideAt(value, rest, mask)]));
  }
  return key in data ? { ...data, [key]: hideAt(data[key], rest, mask) } : data;
}

function hideTexts(data: unknown): unknown {
  if (typeof data === "string") return "[text]";
  if (Array.isArray(data)) return data.map(hideTexts);
  if (!isFields(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, hideTexts(value)]));
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
