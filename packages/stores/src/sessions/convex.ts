import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import { hashOf, newToken } from "../token.ts";
import type { Sessions } from "./port.ts";

/** As many as Convex deletes in one mutation without nearing its limits. */
const mostAtOnce = 1_000;

/** The web app's sessions in Convex. */
export function convexSessions(deployment: ConvexDeployment): Sessions {
  const { query, mutation } = deployment.callsOf("sessions");
  const { sessions } = functions;
  return {
    async open(userId, expiresAt, details = {}) {
      const token = newToken();
      const session = { tokenHash: hashOf(token), userId, expiresAt: Date.parse(expiresAt), ...details };
      await mutation(sessions.open, session);
      return token;
    },

    async use(token, place) {
      const used = await mutation(sessions.use, { tokenHash: hashOf(token), place });
      return used === null ? undefined : { ...used, expiresAt: new Date(used.expiresAt).toISOString() };
    },

    async replace(token, standing) {
      const fresh = newToken();
      const values = { tokenHash: hashOf(token), freshHash: hashOf(fresh), ...standing };
      return (await mutation(sessions.replace, values)) ? fresh : undefined;
    },

    async list(userId, token) {
      const listed = await query(sessions.list, { userId, tokenHash: hashOf(token) });
      return listed.map(({ openedAt, lastUsedAt, ...session }) => ({
        ...session,
        openedAt: new Date(openedAt).toISOString(),
        lastUsedAt: new Date(lastUsedAt).toISOString(),
      }));
    },

    async close(token) {
      await mutation(sessions.close, { tokenHash: hashOf(token) });
    },

    closeOne: (userId, sessionId) => mutation(sessions.closeOne, { userId, sessionId }),

    async closeAllOf(userId) {
      let sum = 0;
      for (;;) {
        const { closed, done } = await mutation(sessions.closeAllOf, { userId });
        sum += closed;
        if (done) return sum;
      }
    },

    async removeExpired({ unusedSince, limit = 500 }) {
      let removed = 0;
      while (removed < limit) {
        const batch = { unusedSince: Date.parse(unusedSince), limit: Math.min(limit - removed, mostAtOnce) };
        const gone = await mutation(sessions.removeExpired, batch);
        removed += gone;
        if (gone < batch.limit) break;
      }
      return removed;
    },
  };
}
