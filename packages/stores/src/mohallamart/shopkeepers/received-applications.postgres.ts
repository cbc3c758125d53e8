import { and, count, eq, gt, lt, lte, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { shopkeepers } from "../../schema/mohallamart.ts";
import { receivedApplications as received } from "../../schema/mohallamart-applications.ts";
import { someOf } from "../../some-of.ts";
import type { ReceivedApplication, ReceivedApplications } from "./received-applications.port.ts";

const good = gt(received.expiresAt, sql`now()`);

export function receivedApplicationsIn(database: Database): ReceivedApplications {
  return {
    async hold({ email, ...application }, events) {
      return await database.transaction(async (transaction) => {
        const { shopkeeperId } = application;
        const applied = await transaction
          .select()
          .from(shopkeepers)
          .where(eq(shopkeepers.shopkeeperId, shopkeeperId));
        if (applied.length > 0) return false;
        const { rowCount } = await transaction
          .insert(received)
          .values({
            ...application,
            email: email.toLowerCase(),
            expiresAt: sql`now() + interval '1 day'`,
          })
          .onConflictDoNothing();
        if (rowCount === 0) return false;
        await appendEvents(transaction, eventsFor(events, undefined));
        return true;
      });
    },
    async get(shopkeeperId) {
      const [row] = await database
        .select()
        .from(received)
        .where(and(eq(received.shopkeeperId, shopkeeperId), good));
      return row && applicationFrom(row);
    },
    async findByToken(token) {
      const [row] = await database
        .select()
        .from(received)
        .where(and(eq(received.token, token), good));
      return row && applicationFrom(row);
    },
    async countOfAddress(shopkeeperId) {
      const that = database
        .select({ email: received.email, receivedAt: received.receivedAt })
        .from(received)
        .where(and(eq(received.shopkeeperId, shopkeeperId), good))
        .as("that");
      const counted = await database
        .select({ total: count() })
        .from(received)
        .innerJoin(that, and(eq(received.email, that.email), lte(received.receivedAt, that.receivedAt)))
        .where(good);
      return onlyRow(counted).total;
    },
    discard: async (shopkeeperId) => {
      await database.delete(received).where(eq(received.shopkeeperId, shopkeeperId));
    },
    async removeExpired({ limit = 500 }) {
      const where = lt(received.expiresAt, sql`now()`);
      const { rowCount } = await database
        .delete(received)
        .where(someOf(database, received.shopkeeperId, { where, limit }));
      return rowCount ?? 0;
    },
  };
}

function applicationFrom(row: typeof received.$inferSelect): ReceivedApplication {
  const { receivedAt: _, expiresAt, ...rest } = row;
  return { ...rest, expiresAt: expiresAt.toISOString() };
}

/** What was filled in with the address of somebody who is erased. */
export async function forgetApplicationsOf(transaction: Queryable, email: string): Promise<void> {
  await transaction.delete(received).where(eq(received.email, email));
}
