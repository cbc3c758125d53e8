import { eq } from "drizzle-orm";
import { appendEvents, eventsFor } from "../../../outbox/append.ts";
import type { Database, Queryable } from "../../database.ts";
import { residents, units } from "../../schema/ten-ocean.ts";
import { EmailTakenError, UnknownUnitError } from "../errors.ts";
import type { Resident, Residents } from "../port.ts";

export function residentsIn(database: Database): Residents {
  return {
    async register({ email, unitId, ...rest }, events) {
      return await database.transaction(async (transaction) => {
        if (unitId !== undefined) await checkUnit(transaction, unitId);
        const [row] = await transaction
          .insert(residents)
          .values({ ...rest, email: email.toLowerCase(), unitId })
          .onConflictDoNothing()
          .returning();
        if (!row) return await firstRegistration(transaction, rest.userId);
        const registered = resident(row);
        await appendEvents(transaction, eventsFor(events, registered));
        return registered;
      });
    },

    get: (userId) => find(database, userId),
  };
}

async function checkUnit(transaction: Queryable, unitId: string): Promise<void> {
  const found = await transaction.select().from(units).where(eq(units.unitId, unitId));
  if (found.length === 0) throw new UnknownUnitError(unitId);
}

/** The insert met an existing row: the same resident's, or someone else's with the email. */
async function firstRegistration(transaction: Queryable, userId: string): Promise<Resident> {
  const first = await find(transaction, userId);
  if (!first) throw new EmailTakenError();
  return first;
}

async function find(queryable: Queryable, userId: string): Promise<Resident | undefined> {
  const [row] = await queryable.select().from(residents).where(eq(residents.userId, userId));
  return row && resident(row);
}

function resident({ unitId, registeredAt, ...row }: typeof residents.$inferSelect): Resident {
  return { ...row, unitId: unitId ?? undefined, registeredAt: registeredAt.toISOString() };
}
