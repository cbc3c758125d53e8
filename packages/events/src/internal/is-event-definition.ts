import { hasBrand } from "./brand.ts";
import type { EventDefinition } from "./define-event.ts";

const eventDefinition = Symbol.for("@org/events/EventDefinition");

/** The mark is an own property, so that spreading the definition carries it along. */
export function markedAsDefinition<Definition extends EventDefinition>(definition: Definition): Definition {
  return { ...definition, [eventDefinition]: true };
}

/** Tells a definition of any copy of this package, or one spread with a trigger's `if` or a wait's `timeout`, from a plain string trigger. */
export function isEventDefinition(value: unknown): value is EventDefinition {
  return hasBrand(value, eventDefinition);
}
