import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, inArray, lt, or, sql } from "drizzle-orm";
import { databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { sessions } from "../schema/platform.ts";
import type { Sessions } from "./port.ts";

/** The web app's own session table. */
export function postgresSessions(pool: Pool): Sessions {
  const database = databaseOn(pool);
  return guarded<Sessions>("sessions", {
    async open(userId, expiresAt) {
      const token = randomBytes(32).toString("base64url");
      await database
        .insert(sessions)
        .values({ tokenHash: hashOf(token), userId, expiresAt: new Date(expiresAt) });
      return token;
    },

    async use(token) {
      const [session] = await database
        .update(sessions)
        .set({ lastUsedAt: sql`now()` })
        .where(and(eq(sessions.tokenHash, hashOf(token)), gt(sessions.expiresAt, sql`now()`)))
        .returning({ userId: sessions.userId, expiresAt: sessions.expiresAt });
      return session && { userId: session.userId, expiresAt: session.expiresAt.toISOString() };
    },

    async close(token) {
      await database.delete(sessions).where(eq(sessions.tokenHash, hashOf(token)));
    },

    async closeAllOf(userId) {
      const { rowCount } = await database.delete(sessions).where(eq(sessions.userId, userId));
      return rowCount ?? 0;
    },

    async removeExpired({ unusedSince, limit = 500 }) {
      const expired = database
        .select({ tokenHash: sessions.tokenHash })
        .from(sessions)
        .where(or(lt(sessions.expiresAt, sql`now()`), lt(sessions.lastUsedAt, new Date(unusedSince))))
        .limit(limit)
        .for("update", { skipLocked: true });
      const { rowCount } = await database.delete(sessions).where(inArray(sessions.tokenHash, expired));
      return rowCount ?? 0;
    },
  });
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
