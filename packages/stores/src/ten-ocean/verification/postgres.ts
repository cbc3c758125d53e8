import { and, asc, eq, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { residents, verifications } from "../../schema/ten-ocean.ts";
import type { Verification, Verifications } from "../port.ts";
import { UnknownResidentError } from "./errors.ts";
import { requireResident } from "./residents.postgres.ts";

export function verificationsIn(database: Database): Verifications {
  const find = (queryable: Queryable, userId: string) =>
    queryable.select().from(verifications).where(eq(verifications.userId, userId));
  return {
    async open(userId) {
      await requireResident(database, userId);
      await database.insert(verifications).values({ userId }).onConflictDoNothing();
      return verificationFrom(onlyRow(await find(database, userId)));
    },

    async get(userId) {
      const [row] = await find(database, userId);
      return row && verificationFrom(row);
    },

    async listPending() {
      const rows = await database
        .select()
        .from(verifications)
        .where(eq(verifications.status, "pending"))
        .orderBy(asc(verifications.openedAt));
      return rows.map(verificationFrom);
    },

    async decide(userId, { status, decidedBy, reason }, events) {
      return await database.transaction(async (transaction) => {
        const [decided] = await transaction
          .update(verifications)
          .set({ status, decidedBy, reason, decidedAt: sql`now()` })
          .where(and(eq(verifications.userId, userId), eq(verifications.status, "pending")))
          .returning();
        if (!decided) {
          if ((await find(transaction, userId)).length === 0) throw new UnknownResidentError(userId);
          return false;
        }
        await transaction.update(residents).set({ status }).where(eq(residents.userId, userId));
        await appendEvents(transaction, eventsFor(events, verificationFrom(decided)));
        return true;
      });
    },
  };
}

function verificationFrom(row: typeof verifications.$inferSelect): Verification {
  const { userId, status, openedAt, decidedAt, decidedBy, reason } = row;
  return {
    userId,
    status,
    openedAt: openedAt.toISOString(),
    decidedAt: decidedAt?.toISOString(),
    decidedBy: decidedBy ?? undefined,
    reason: reason ?? undefined,
  };
}
