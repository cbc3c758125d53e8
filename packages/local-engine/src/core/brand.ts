/** Errors of this package carry a symbol that every copy of it knows, because `instanceof` knows only its own copy's. */
const brandOf = (name: string): symbol => Symbol.for(`@org/local-engine/${name}`);

/** Marks the errors of a class; called once, in the class. */
export function brandErrors(prototype: Error, name: string): void {
  Object.defineProperty(prototype, brandOf(name), { value: true });
}

export function hasBrand(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && brandOf(name) in value;
}
