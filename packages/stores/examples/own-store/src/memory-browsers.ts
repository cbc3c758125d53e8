import { randomBytes } from "node:crypto";
import type { KnownBrowsers } from "@org/stores/known-browsers/port";

/** Browsers that are forgotten with the process. */
export function memoryBrowsers(): KnownBrowsers {
  const known = new Map<string, Set<string>>();
  return {
    async remember(userId, token = "") {
      const users = known.get(token) ?? new Set();
      known.delete(token);
      const next = randomBytes(32).toString("base64url");
      known.set(next, users.add(userId));
      return next;
    },
    async usersOf(token) {
      return [...(known.get(token) ?? [])].sort();
    },
  };
}
