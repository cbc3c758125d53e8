import { asc, eq, inArray, sql } from "drizzle-orm";
import type { AnyPgColumn, AnyPgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";
import type { UnsubscribeTokens } from "./port.ts";
import { newToken } from "./token.ts";

/** The tables of one product: who has a token, and the tokens. */
export interface TokenTables {
  people: AnyPgTable & { userId: AnyPgColumn<{ data: string; notNull: true }> };
  tokens: AnyPgTable & {
    userId: AnyPgColumn<{ data: string; notNull: true }>;
    token: AnyPgColumn<{ data: string; notNull: true }>;
  };
}

export function unsubscribeTokensIn(database: Database, { people, tokens }: TokenTables): UnsubscribeTokens {
  const find = async (userIds: readonly string[]) =>
    database
      .select({ userId: tokens.userId, token: tokens.token })
      .from(tokens)
      .where(inArray(tokens.userId, [...userIds]))
      .orderBy(asc(tokens.userId));
  return {
    async of(userIds) {
      if (userIds.length === 0) return [];
      const existing = await database
        .select({ userId: people.userId })
        .from(people)
        .where(
          sql`${inArray(people.userId, [...userIds])} and not exists (select from ${tokens} kept where kept.user_id = ${people.userId})`,
        );
      const missing = existing.map(({ userId }) => ({ userId, token: newToken() }));
      if (missing.length > 0) await database.insert(tokens).values(missing).onConflictDoNothing();
      return await find(userIds);
    },

    async find(token) {
      const [row] = await database
        .select({ userId: tokens.userId })
        .from(tokens)
        .where(eq(tokens.token, token.toUpperCase()));
      return row?.userId;
    },
  };
}
