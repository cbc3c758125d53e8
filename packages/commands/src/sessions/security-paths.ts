import type { Product } from "./person.ts";

/** The page of one's sessions and passkeys, which emails lead to. */
export const securityPaths = {
  mohallamart: "/account/security",
  "ten-ocean": "/ten-ocean/security",
} as const satisfies Record<Product, string>;
