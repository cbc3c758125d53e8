import { eq, or, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { insertNew } from "../../insert-new.ts";
import { users } from "../../schema/mohallamart.ts";
import type { NewOrder, User, Users } from "../port.ts";

export function usersIn(database: Database): Users {
  return {
    async get(userId) {
      const [row] = await database.select().from(users).where(eq(users.userId, userId));
      return row && user(row);
    },

    add: ({ email, ...rest }, events) =>
      insertNew(database, events, (transaction) =>
        transaction
          .insert(users)
          .values({ ...rest, email: email.toLowerCase() })
          .onConflictDoNothing(),
      ),
  };
}

/** Finds the customer's account, by id or else by email, or opens it. */
export async function openAccount(
  transaction: Queryable,
  { userId, name, email, phone }: NewOrder["customer"],
): Promise<{ userId: string; newCustomer: boolean }> {
  const opened = await transaction
    .insert(users)
    .values({ userId, name, email: email.toLowerCase(), phone })
    .onConflictDoNothing()
    .returning({ userId: users.userId });
  if (opened.length > 0) return { userId, newCustomer: true };
  const [account] = await transaction
    .select({ userId: users.userId })
    .from(users)
    .where(or(eq(users.userId, userId), eq(users.email, email.toLowerCase())))
    .orderBy(sql`${users.userId} = ${userId} desc`)
    .limit(1);
  return { userId: account?.userId ?? userId, newCustomer: false };
}

function user({ createdAt, phone, ...row }: typeof users.$inferSelect): User {
  return { ...row, phone: phone ?? undefined, createdAt: createdAt.toISOString() };
}
