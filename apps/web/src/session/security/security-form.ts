import type { Product } from "@org/commands/sessions/person";
import { securityPaths } from "@org/commands/sessions/security-paths";
import type { SecurityOutcome } from "./outcome-words.ts";

/** The page of one's sessions and passkeys, saying what became of something. */
export function securityPath(product: Product, outcome?: SecurityOutcome) {
  const path = securityPaths[product];
  return outcome === undefined ? path : (`${path}?outcome=${outcome}` as const);
}
