import type * as z from "zod";
import type { EventCatalogue } from "./catalogue.ts";
import type { Fields } from "./event.ts";
import { isTooDeep, MAX_EVENT_DEPTH } from "./nesting.ts";
import { ofEither, render } from "./redaction/view.ts";
import { accepts, viewOf, viewOfUnknown } from "./redaction/view-of.ts";

type Schema = z.core.$ZodType;

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
 * Redaction for logs, dead letters and consoles. What nobody has described is hidden: a value is seen where a readable
 * version of the event knows its field, accepts it, and does not mark it as personal. Texts and numbers under other keys
 * and in other places are hidden, of a wrong event too, and texts and long numbers of an event that no catalogue knows.
 * Inngest's function events keep their function, run and error, and have the events inside them redacted.
 */
export function createRedactor(...catalogues: Pick<EventCatalogue, "find">[]): Redact {
  const known = new Map<string, Schema[]>();
  const redact: Redact = (event, data) => {
    if (isTooDeep(data, DEEPEST)) return TOO_DEEP;
    const schemas = known.get(event) ?? schemasOf(catalogues, event);
    if (schemas.length > 0) {
      known.set(event, schemas);
      return redactBy(schemas, data);
    }
    if (LIFECYCLE.has(event) && isFields(data)) return redactLifecycle(data, redact);
    return hideTexts(data);
  };
  return redact;
}

/** Of every readable version, in all catalogues: two of them may know an event of one name. */
function schemasOf(catalogues: readonly Pick<EventCatalogue, "find">[], event: string): Schema[] {
  return catalogues.flatMap((catalogue) => {
    const definition = catalogue.find(event);
    const schemas: Schema[] = definition ? [definition.schema] : [];
    for (let earlier = definition?.previous; earlier; earlier = earlier.previous)
      schemas.push(earlier.schema);
    return schemas;
  });
}

/** Data may be of any version; a wrong event of whichever its sender meant. */
function redactBy(schemas: readonly Schema[], data: unknown): unknown {
  const accepting = schemas.filter((schema) => accepts(schema, data));
  const views = (accepting.length > 0 ? accepting : schemas).map((schema) => viewOf(schema, data));
  return render(data, views.reduce(ofEither));
}

/** What the engine itself writes there: its ids, and the failure. */
const ownFields: ReadonlySet<string> = new Set(["function_id", "run_id", "correlation_id", "error"]);

function redactLifecycle(data: Fields, redact: Redact): Fields {
  const inner = (event: unknown) =>
    isFields(event) && typeof event.name === "string"
      ? { ...event, data: redact(event.name, event.data) }
      : hideTexts(event);
  const shown = Object.entries(data).map(([key, value]) => {
    if (ownFields.has(key)) return [key, value];
    if (key === "event") return [key, inner(value)];
    return [key, key === "events" && Array.isArray(value) ? value.map(inner) : hideTexts(value)];
  });
  return Object.fromEntries(shown);
}

/** Counts and prices stay, which archives are kept for; a longer number may be a phone, a PIN code or an account. */
function hideTexts(data: unknown): unknown {
  return render(
    data,
    viewOfUnknown(data, (value) => typeof value === "number" && Math.abs(value) < 100_000),
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
