import { eq, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { given, sameRow } from "../../given.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { users } from "../../schema/mohallamart.ts";
import type { User, Users } from "../port.ts";
import { closeAccount, insertUser, removeUser } from "./accounts.postgres.ts";
import { AccountClosedError, EmailTakenError, UnknownUserError } from "./errors.ts";

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

    async add(user, events) {
      const adding = database.transaction(async (transaction) => {
        if (!(await insertUser(transaction, user))) return false;
        if (events) await appendEvents(transaction, eventsFor(events, undefined));
        return true;
      });
      return await adding.catch((error: unknown) => {
        if (AccountClosedError.isInstance(error)) return false;
        throw error;
      });
    },

    async update(userId, changes, events) {
      return await database.transaction(async (transaction) => {
        const before = await lockUser(transaction, userId);
        const changed = { ...before, ...given({ ...changes, email: changes.email?.toLowerCase() }) };
        if (sameRow(before, changed)) return userFrom(before);
        const after = { ...changed, revision: before.revision + 1 };
        if (after.email !== before.email) await checkEmailFree(transaction, after.email);
        await transaction.update(users).set(after).where(eq(users.userId, userId));
        await appendEvents(transaction, eventsFor(events, userFrom(after)));
        return userFrom(after);
      });
    },

    async close(userId, events) {
      return await database.transaction(async (transaction) => {
        if (!(await closeAccount(transaction, userId))) return false;
        await appendEvents(transaction, eventsFor(events, undefined));
        return true;
      });
    },

    remove: (userId) => removeUser(database, userId),
  };
}

/** @throws UnknownUserError */
export async function lockUser(transaction: Queryable, userId: string): Promise<UserRow> {
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

/** @throws UnknownUserError */
export async function requireUser(queryable: Queryable, userId: string): Promise<void> {
  const found = await queryable.select().from(users).where(eq(users.userId, userId));
  if (found.length === 0) throw new UnknownUserError(userId);
}

/** For a change of what other services copy besides the row; lock the user first. */
export async function countRevision(transaction: Queryable, userId: string): Promise<void> {
  const revision = sql`${users.revision} + 1`;
  await transaction.update(users).set({ revision }).where(eq(users.userId, userId));
}

function userFrom({ createdAt, phone, ...row }: UserRow): User {
  return { ...row, phone: phone ?? undefined, createdAt: createdAt.toISOString() };
}
