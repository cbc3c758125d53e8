import { isBrandedDefinition } from "./brand.ts";
import type { EventDefinition } from "./define-event.ts";

/** Tells a definition of any copy of this package, or one spread with a trigger's `if`, from a plain string trigger. */
export function isEventDefinition(value: unknown): value is EventDefinition {
  return isBrandedDefinition(value);
}
