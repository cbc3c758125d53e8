import { and, count, eq, gt, lt, lte, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { residents } from "../../schema/ten-ocean.ts";
import { registrations } from "../../schema/ten-ocean-registrations.ts";
import { someOf } from "../../some-of.ts";
import { EmailTakenError, ResidentRemovedError } from "./errors.ts";
import { requireUnit } from "./house.postgres.ts";
import type { Registration, Registrations } from "./registrations.port.ts";
import { checkNotRemoved, lockEmail, registerResident } from "./residents.postgres.ts";

const good = gt(registrations.expiresAt, sql`now()`);

export function registrationsIn(database: Database): Registrations {
  return {
    async hold({ email, ...registration }, events) {
      return await database.transaction(async (transaction) => {
        const { userId, unitId } = registration;
        if (unitId !== undefined) await requireUnit(transaction, unitId);
        await checkNotRemoved(transaction, userId);
        const known = await transaction.select().from(residents).where(eq(residents.userId, userId));
        if (known.length > 0) return false;
        const { rowCount } = await transaction
          .insert(registrations)
          .values({
            ...registration,
            email: email.toLowerCase(),
            expiresAt: sql`now() + interval '1 day'`,
          })
          .onConflictDoNothing();
        if (rowCount === 0) return false;
        await appendEvents(transaction, eventsFor(events, undefined));
        return true;
      });
    },
    get: (userId) => find(database, userId),
    async findByToken(token) {
      const [row] = await withToken(database, token);
      return row && registrationFrom(row);
    },
    async countOfAddress(userId) {
      const that = await find(database, userId);
      if (!that) return 0;
      const requestedAt = database
        .select({ at: registrations.requestedAt })
        .from(registrations)
        .where(eq(registrations.userId, userId));
      const counted = await database
        .select({ total: count() })
        .from(registrations)
        .where(and(eq(registrations.email, that.email), good, lte(registrations.requestedAt, requestedAt)));
      return onlyRow(counted).total;
    },
    async prove(token, events) {
      const outcome = await database.transaction(async (transaction) => {
        const [found] = await withToken(transaction, token);
        if (!found) return undefined;
        const { email } = found;
        await lockEmail(transaction, email);
        // Another link of the address may have been followed meanwhile.
        const [row] = await withToken(transaction, token);
        if (!row) return undefined;
        await transaction.delete(registrations).where(eq(registrations.email, email));
        const registration = registrationFrom(row);
        // Whatever it is refused for, the link was used up.
        return await transaction
          .transaction((inner) => registerResident(inner, registration, events))
          .catch(refusalOf);
      });
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    discard: async (userId) => {
      await database.delete(registrations).where(eq(registrations.userId, userId));
    },
    async removeExpired({ limit = 500 }) {
      const where = lt(registrations.expiresAt, sql`now()`);
      const { rowCount } = await database
        .delete(registrations)
        .where(someOf(database, registrations.userId, { where, limit }));
      return rowCount ?? 0;
    },
  };
}

/** @throws what is no refusal. */
function refusalOf(error: unknown): Error {
  if (EmailTakenError.isInstance(error) || ResidentRemovedError.isInstance(error)) return error;
  throw error;
}

function withToken(queryable: Queryable, token: string) {
  return queryable
    .select()
    .from(registrations)
    .where(and(eq(registrations.token, token), good));
}

async function find(queryable: Queryable, userId: string): Promise<Registration | undefined> {
  const [row] = await queryable
    .select()
    .from(registrations)
    .where(and(eq(registrations.userId, userId), good));
  return row && registrationFrom(row);
}

function registrationFrom(row: typeof registrations.$inferSelect): Registration {
  const { unitId, requestedAt: _, expiresAt, ...rest } = row;
  return { ...rest, unitId: unitId ?? undefined, expiresAt: expiresAt.toISOString() };
}
