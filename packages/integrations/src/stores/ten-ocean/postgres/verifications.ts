import { asc, eq } from "drizzle-orm";
import { type Database, onlyRow } from "../../database.ts";
import { residents, verifications } from "../../schema/ten-ocean.ts";
import { UnknownResidentError } from "../errors.ts";
import type { Verification, Verifications } from "../port.ts";

export function verificationsIn(database: Database): Verifications {
  const find = (userId: string) =>
    database.select().from(verifications).where(eq(verifications.userId, userId));
  return {
    async open(userId) {
      const known = await database.select().from(residents).where(eq(residents.userId, userId));
      if (known.length === 0) throw new UnknownResidentError(userId);
      await database.insert(verifications).values({ userId }).onConflictDoNothing();
      return verification(onlyRow(await find(userId)));
    },

    async get(userId) {
      const [row] = await find(userId);
      return row && verification(row);
    },

    async listPending() {
      const rows = await database
        .select()
        .from(verifications)
        .where(eq(verifications.status, "pending"))
        .orderBy(asc(verifications.openedAt));
      return rows.map(verification);
    },
  };
}

function verification({ openedAt, ...row }: typeof verifications.$inferSelect): Verification {
  return { ...row, openedAt: openedAt.toISOString() };
}
