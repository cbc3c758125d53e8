import { isSecure } from "./own-origin.ts";

/**
 * The name of a cookie. Over https with the prefix for which browsers take it from this very host
 * alone, so that no page of a neighbouring host can put one of its choice in its place.
 */
export function ownCookie(name: string): string {
  return isSecure() ? `__Host-${name}` : name;
}

/** The same for a cookie of one path, which that prefix does not allow: over https browsers take it from https alone. */
export function pathCookie(name: string): string {
  return isSecure() ? `__Secure-${name}` : name;
}
