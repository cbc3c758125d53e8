import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import { hashOf, newToken } from "../token.ts";
import type { KnownBrowsers } from "./port.ts";

export function convexKnownBrowsers(deployment: ConvexDeployment): KnownBrowsers {
  const { query, mutation } = deployment.callsOf("known-browsers");
  return {
    async remember(userId, token) {
      const fresh = newToken();
      const tokenHash = token === undefined ? undefined : hashOf(token);
      await mutation(functions.knownBrowsers.remember, { userId, freshHash: hashOf(fresh), tokenHash });
      return fresh;
    },
    usersOf: (token) => query(functions.knownBrowsers.usersOf, { tokenHash: hashOf(token) }),
  };
}
