/** Whether a value is an instance of one class, or of a class under it, from whichever copy of the package. */
export type IsInstance<Instance> = (value: unknown) => value is Instance;

/**
 * Marks a class so that its instances are recognised when another copy of the package has made them, as two versions in
 * one process do: `instanceof` compares classes, and each copy has its own. To be the class's `isInstance`:
 *
 * ```ts
 * static readonly isInstance: IsInstance<OrderRefusedError> = recognised(this, "@org/stores/mohallamart/OrderRefusedError");
 * ```
 *
 * @param name the same in every copy, and no other class's: the package, the path in it and the class.
 */
export function recognised<Instance>(
  marked: abstract new (...parameters: never) => Instance,
  name: string,
): IsInstance<Instance> {
  const mark = Symbol.for(name);
  // On the prototype, so that the instances of classes under it have it too.
  Object.defineProperty(marked.prototype, mark, { value: true });
  return (value): value is Instance => typeof value === "object" && value !== null && mark in value;
}
