const eventDefinition = Symbol.for("@org/events/EventDefinition");

/** Recognises what another copy of this package made, where `instanceof` would say no. */
export function hasBrand(value: unknown, brand: symbol): boolean {
  return typeof value === "object" && value !== null && brand in value;
}

/** The mark is a property of its own, so that spreading a definition carries it along. */
export function brandedDefinition<Definition extends object>(definition: Definition): Definition {
  return { ...definition, [eventDefinition]: true };
}

export function isBrandedDefinition(value: unknown): boolean {
  return hasBrand(value, eventDefinition);
}
