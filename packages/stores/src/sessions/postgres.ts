import { and, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { sessions } from "../schema/platform.ts";
import { knownBrowsers } from "../schema/sign-in.ts";
import { someOf } from "../some-of.ts";
import { hashOf, newToken } from "../token.ts";
import type { ListedSession, Sessions } from "./port.ts";

const isOpen = and(
  gt(sessions.expiresAt, sql`now()`),
  or(
    isNull(sessions.idleSeconds),
    gt(sessions.lastUsedAt, sql`now() - ${sessions.idleSeconds} * interval '1 second'`),
  ),
);
const withToken = (token: string) => and(eq(sessions.tokenHash, hashOf(token)), isOpen);

/** The web app's own session table. */
export function postgresSessions(pool: Pool): Sessions {
  const database = databaseOn(pool);
  return guarded<Sessions>("sessions", {
    async open(userId, expiresAt, { place, ...details } = {}) {
      const token = newToken();
      await database
        .insert(sessions)
        .values({ tokenHash: hashOf(token), userId, expiresAt: new Date(expiresAt), ...details, ...place });
      return token;
    },

    async use(token, place) {
      const [session] = await database
        .update(sessions)
        .set({ lastUsedAt: sql`now()`, ...place })
        .where(withToken(token))
        .returning({
          userId: sessions.userId,
          expiresAt: sessions.expiresAt,
          standing: sessions.standing,
          provenBy: sessions.provenBy,
        });
      if (!session) return undefined;
      const { userId, expiresAt, standing, provenBy } = session;
      return {
        userId,
        expiresAt: expiresAt.toISOString(),
        ...(standing === null ? {} : { standing }),
        ...(provenBy === null ? {} : { provenBy }),
      };
    },

    async replace(token, standing) {
      const fresh = newToken();
      const { rowCount } = await database
        .update(sessions)
        .set({ tokenHash: hashOf(fresh), ...standing })
        .where(withToken(token));
      return rowCount === 1 ? fresh : undefined;
    },

    async list(userId, token) {
      const rows = await database
        .select()
        .from(sessions)
        .where(and(eq(sessions.userId, userId), isOpen))
        .orderBy(desc(sessions.lastUsedAt), desc(sessions.sessionId));
      return rows.map((row) => listed(row, hashOf(token)));
    },

    async close(token) {
      await database.delete(sessions).where(eq(sessions.tokenHash, hashOf(token)));
    },

    async closeOne(userId, sessionId) {
      const theirs = and(eq(sessions.userId, userId), eq(sessions.sessionId, sessionId));
      const { rowCount } = await database.delete(sessions).where(theirs);
      return rowCount === 1;
    },

    async closeAllOf(userId) {
      return await database.transaction(async (transaction) => {
        await transaction.delete(knownBrowsers).where(eq(knownBrowsers.userId, userId));
        const { rowCount } = await transaction.delete(sessions).where(eq(sessions.userId, userId));
        return rowCount ?? 0;
      });
    },

    async removeExpired({ unusedSince, limit = 500 }) {
      const where = or(lt(sessions.expiresAt, sql`now()`), lt(sessions.lastUsedAt, new Date(unusedSince)));
      const { rowCount } = await database
        .delete(sessions)
        .where(someOf(database, sessions.tokenHash, { where, limit }));
      return rowCount ?? 0;
    },
  });
}

function listed(row: typeof sessions.$inferSelect, currentHash: string): ListedSession {
  const { browser, network } = row;
  return {
    sessionId: row.sessionId,
    openedAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt.toISOString(),
    ...(browser === null || network === null ? {} : { place: { browser, network } }),
    current: row.tokenHash === currentHash,
  };
}
