import { randomBytes } from "node:crypto";
import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { residents } from "../../schema/ten-ocean.ts";
import { unsubscribeTokens } from "../../schema/ten-ocean-notifications.ts";
import type { UnsubscribeTokens } from "../port.ts";

/** Crockford's: without letters that are taken for others when somebody types a link. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 26;

/** 130 random bits. */
function newToken(): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join("");
}

export function unsubscribeTokensIn(database: Database): UnsubscribeTokens {
  const find = (userIds: readonly string[]) =>
    database
      .select()
      .from(unsubscribeTokens)
      .where(inArray(unsubscribeTokens.userId, [...userIds]))
      .orderBy(asc(unsubscribeTokens.userId));
  return {
    async of(userIds) {
      if (userIds.length === 0) return [];
      const existing = await database
        .select({ userId: residents.userId })
        .from(residents)
        .where(
          sql`${inArray(residents.userId, [...userIds])} and not exists (select from ${unsubscribeTokens} kept where kept.user_id = ${residents.userId})`,
        );
      const missing = existing.map(({ userId }) => ({ userId, token: newToken() }));
      if (missing.length > 0) await database.insert(unsubscribeTokens).values(missing).onConflictDoNothing();
      return await find(userIds);
    },

    async find(token) {
      const [row] = await database
        .select()
        .from(unsubscribeTokens)
        .where(eq(unsubscribeTokens.token, token.toUpperCase()));
      return row?.userId;
    },
  };
}
