import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import type { UnsubscribeTokens } from "./port.ts";
import { newToken } from "./token.ts";

/** What one call names at most. */
const atOnce = 500;

export function convexUnsubscribeTokens(deployment: ConvexDeployment): UnsubscribeTokens {
  const { query, mutation } = deployment.callsOf("stores/mohallamart/unsubscribe-tokens");
  const { unsubscribeTokens } = functions;
  return {
    async of(userIds) {
      const each = [...new Set(userIds)].toSorted();
      const tokens: { userId: string; token: string }[] = [];
      for (let from = 0; from < each.length; from += atOnce) {
        const fresh = each.slice(from, from + atOnce).map((userId) => ({ userId, token: newToken() }));
        tokens.push(...(await mutation(unsubscribeTokens.ofUsers, { fresh })));
      }
      return tokens;
    },
    find: async (token) => (await query(unsubscribeTokens.find, { token })) ?? undefined,
  };
}
