import { eq, or, sql } from "drizzle-orm";
import { appendEvents, eventsFor } from "../../../outbox/append.ts";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { given, sameRow } from "../../given.ts";
import { insertNew } from "../../insert-new.ts";
import { orders, users } from "../../schema/mohallamart.ts";
import { analyticsEvents, analyticsSessions, analyticsUsers } from "../../schema/mohallamart-analytics.ts";
import { EmailTakenError, UnknownUserError } from "../errors.ts";
import type { NewOrder, User, Users } from "../port.ts";

type UserRow = typeof users.$inferSelect;

export function usersIn(database: Database): Users {
  return {
    async get(userId) {
      const [row] = await database.select().from(users).where(eq(users.userId, userId));
      return row && userFrom(row);
    },

    async findByEmail(email) {
      const [row] = await database.select().from(users).where(eq(users.email, email.toLowerCase()));
      return row && userFrom(row);
    },

    add: ({ email, ...rest }, events) =>
      insertNew(database, events, (transaction) =>
        transaction
          .insert(users)
          .values({ ...rest, email: email.toLowerCase() })
          .onConflictDoNothing(),
      ),

    async update(userId, changes, events) {
      return await database.transaction(async (transaction) => {
        const before = await lockUser(transaction, userId);
        const after = { ...before, ...given({ ...changes, email: changes.email?.toLowerCase() }) };
        if (sameRow(before, after)) return userFrom(before);
        if (after.email !== before.email) await checkEmailFree(transaction, after.email);
        await transaction.update(users).set(after).where(eq(users.userId, userId));
        await appendEvents(transaction, eventsFor(events, userFrom(after)));
        return userFrom(after);
      });
    },

    async remove(userId, events) {
      return await database.transaction(async (transaction) => {
        // Preferences, watched products and notifications go with the row.
        const { rowCount } = await transaction.delete(users).where(eq(users.userId, userId));
        if (rowCount === 0) return false;
        await forget(transaction, userId);
        if (events) await appendEvents(transaction, eventsFor(events, undefined));
        return true;
      });
    },
  };
}

async function lockUser(transaction: Queryable, userId: string): Promise<UserRow> {
  const [row] = await transaction.select().from(users).where(eq(users.userId, userId)).for("update");
  if (!row) throw new UnknownUserError(userId);
  return row;
}

/** The lock makes two accounts that take one email at once take turns, instead of breaking the unique index. */
async function checkEmailFree(transaction: Queryable, email: string): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 1))`);
  const taken = await transaction.select().from(users).where(eq(users.email, email));
  if (taken.length > 0) throw new EmailTakenError();
}

async function forget(transaction: Queryable, userId: string): Promise<void> {
  await transaction
    .update(orders)
    .set({ contactName: "", contactEmail: "", contactPhone: null })
    .where(eq(orders.userId, userId));
  await transaction.delete(analyticsUsers).where(eq(analyticsUsers.userId, userId));
  await transaction
    .update(analyticsSessions)
    .set({ userId: null })
    .where(eq(analyticsSessions.userId, userId));
  await transaction.update(analyticsEvents).set({ userId: null }).where(eq(analyticsEvents.userId, userId));
}

/** @throws UnknownUserError */
export async function requireUser(queryable: Queryable, userId: string): Promise<void> {
  const found = await queryable.select().from(users).where(eq(users.userId, userId));
  if (found.length === 0) throw new UnknownUserError(userId);
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
  const known = await transaction
    .select({ userId: users.userId })
    .from(users)
    .where(or(eq(users.userId, userId), eq(users.email, email.toLowerCase())))
    .orderBy(sql`${users.userId} = ${userId} desc`)
    .limit(1);
  return { userId: onlyRow(known).userId, newCustomer: false };
}

function userFrom({ createdAt, phone, ...row }: UserRow): User {
  return { ...row, phone: phone ?? undefined, createdAt: createdAt.toISOString() };
}
