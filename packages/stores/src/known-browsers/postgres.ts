import { and, eq, gt, lt, sql } from "drizzle-orm";
import { databaseOn, guarded, type Queryable } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { knownBrowsers } from "../schema/sign-in.ts";
import { someOf } from "../some-of.ts";
import { hashOf, newToken } from "../token.ts";
import type { KnownBrowsers } from "./port.ts";

const longAgo = sql`now() - interval '180 days'`;

export function postgresKnownBrowsers(pool: Pool): KnownBrowsers {
  const database = databaseOn(pool);
  return guarded<KnownBrowsers>("known-browsers", {
    async remember(userId, token) {
      const fresh = newToken();
      const tokenHash = hashOf(fresh);
      await database.transaction(async (transaction) => {
        await removeUnused(transaction);
        if (token !== undefined) {
          const had = eq(knownBrowsers.tokenHash, hashOf(token));
          await transaction.update(knownBrowsers).set({ tokenHash }).where(had);
        }
        await transaction
          .insert(knownBrowsers)
          .values({ tokenHash, userId })
          .onConflictDoUpdate({
            target: [knownBrowsers.tokenHash, knownBrowsers.userId],
            set: { lastUsedAt: sql`now()` },
          });
      });
      return fresh;
    },

    async usersOf(token) {
      const rows = await database
        .select({ userId: knownBrowsers.userId })
        .from(knownBrowsers)
        .where(and(eq(knownBrowsers.tokenHash, hashOf(token)), gt(knownBrowsers.lastUsedAt, longAgo)))
        .orderBy(knownBrowsers.userId);
      return rows.map(({ userId }) => userId);
    },
  });
}

/** Rows that another call holds are left to it. */
async function removeUnused(transaction: Queryable): Promise<void> {
  const where = lt(knownBrowsers.lastUsedAt, longAgo);
  const some = someOf(transaction, knownBrowsers.tokenHash, { where, limit: 100 });
  // A browser has a row of each person who uses it, and the other may have used it today.
  await transaction.delete(knownBrowsers).where(and(some, where));
}
