import { and, asc, eq, lt, or, sql } from "drizzle-orm";
import { type Database, databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { passkeyChallenges, passkeys } from "../schema/sign-in.ts";
import { someOf } from "../some-of.ts";
import { hashOf, newToken } from "../token.ts";
import type { Passkey, Passkeys } from "./port.ts";

export function postgresPasskeys(pool: Pool): Passkeys {
  const database = databaseOn(pool);
  return guarded<Passkeys>("passkeys", { ...credentialsIn(database), ...challengesIn(database) });
}

const withId = (credentialId: string) => eq(passkeys.credentialId, credentialId);
const ofUser = (userId: string, credentialId: string) =>
  and(withId(credentialId), eq(passkeys.userId, userId));

function credentialsIn(database: Database): Omit<Passkeys, keyof ReturnType<typeof challengesIn>> {
  return {
    async add(passkey) {
      const { rowCount } = await database.insert(passkeys).values(passkey).onConflictDoNothing();
      return rowCount === 1;
    },

    async list(userId) {
      const rows = await database
        .select()
        .from(passkeys)
        .where(eq(passkeys.userId, userId))
        .orderBy(asc(passkeys.createdAt), asc(passkeys.credentialId));
      return rows.map(passkeyFrom);
    },

    async find(credentialId) {
      const [row] = await database.select().from(passkeys).where(withId(credentialId));
      return row && passkeyFrom(row);
    },

    async use(credentialId, counter) {
      const doesNotCount = and(eq(passkeys.counter, 0), sql`${counter} = 0`);
      const { rowCount } = await database
        .update(passkeys)
        .set({ counter, lastUsedAt: sql`now()` })
        .where(and(withId(credentialId), or(lt(passkeys.counter, counter), doesNotCount)));
      return rowCount === 1;
    },

    async rename(userId, credentialId, name) {
      const { rowCount } = await database.update(passkeys).set({ name }).where(ofUser(userId, credentialId));
      return rowCount === 1;
    },

    async remove(userId, credentialId) {
      const { rowCount } = await database.delete(passkeys).where(ofUser(userId, credentialId));
      return rowCount === 1;
    },
  };
}

function challengesIn(database: Database): Pick<Passkeys, "openChallenge" | "takeChallenge"> {
  return {
    async openChallenge({ challenge, userId }, expiresAt) {
      await removeExpired(database);
      const token = newToken();
      await database
        .insert(passkeyChallenges)
        .values({ tokenHash: hashOf(token), challenge, userId, expiresAt: new Date(expiresAt) });
      return token;
    },

    async takeChallenge(token) {
      const [row] = await database
        .delete(passkeyChallenges)
        .where(eq(passkeyChallenges.tokenHash, hashOf(token)))
        .returning({
          challenge: passkeyChallenges.challenge,
          userId: passkeyChallenges.userId,
          good: sql<boolean>`${passkeyChallenges.expiresAt} > now()`,
        });
      if (!row?.good) return undefined;
      return { challenge: row.challenge, ...(row.userId === null ? {} : { userId: row.userId }) };
    },
  };
}

/** Challenges that nobody answered; rows that another call holds are left to it. */
async function removeExpired(database: Database): Promise<void> {
  const where = lt(passkeyChallenges.expiresAt, sql`now()`);
  await database
    .delete(passkeyChallenges)
    .where(someOf(database, passkeyChallenges.tokenHash, { where, limit: 100 }));
}

function passkeyFrom({ createdAt, lastUsedAt, ...row }: typeof passkeys.$inferSelect): Passkey {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    ...(lastUsedAt === null ? {} : { lastUsedAt: lastUsedAt.toISOString() }),
  };
}
