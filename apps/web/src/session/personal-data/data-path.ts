import type { Product } from "@org/commands/sessions/person";
import { securityPaths } from "@org/commands/sessions/security-paths";

/** Where people get the file of what is kept of them. */
export function dataPath(product: Product) {
  return `${securityPaths[product]}/data` as const;
}
