import type { EventDefinition } from "./define-event.ts";

/** Tells a definition, or a copy with a trigger's `if` or a wait's `timeout`, from a plain string trigger. */
export function isEventDefinition(value: unknown): value is EventDefinition {
  return (
    typeof value === "object" &&
    value !== null &&
    "event" in value &&
    typeof value.event === "string" &&
    "receive" in value &&
    typeof value.receive === "function"
  );
}
