import { and, asc, count, eq, gt, ilike, or, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { given, sameRow } from "../../given.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { removedResidents, residents, units } from "../../schema/ten-ocean.ts";
import { unsubscribeTokens } from "../../schema/ten-ocean-notifications.ts";
import { replaceTokensOf } from "../../sessions/role-changes.postgres.ts";
import type { NewResident, Resident, ResidentSearch, Residents } from "../port.ts";
import { EmailTakenError, ResidentRemovedError, UnknownResidentError } from "./errors.ts";
import { requireUnit } from "./house.postgres.ts";
import { closeResident, removeResident } from "./removal.postgres.ts";

type ResidentRow = typeof residents.$inferSelect;

export function residentsIn(database: Database): Residents {
  return {
    register: (resident, events) =>
      database.transaction((transaction) => registerResident(transaction, resident, events)),

    get: (userId) => find(database, userId),

    async findByEmail(email) {
      const [row] = await database.select().from(residents).where(eq(residents.email, email.toLowerCase()));
      return row && residentFrom(row);
    },

    async list({ standing, after, limit = 500 } = {}) {
      const withStanding = standing === undefined ? undefined : eq(residents.standing, standing);
      const behind = after === undefined ? undefined : gt(residents.userId, after);
      const rows = await database
        .select()
        .from(residents)
        .where(and(withStanding, behind))
        .orderBy(asc(residents.userId))
        .limit(limit);
      return rows.map(residentFrom);
    },

    async update(userId, { email, ...changes }, events) {
      return await database.transaction(async (transaction) => {
        const before = await lockResident(transaction, userId);
        const after = { ...before, ...given({ ...changes, email: email?.toLowerCase() }) };
        if (sameRow(before, after)) return residentFrom(before);
        if (after.unitId !== null && after.unitId !== before.unitId)
          await requireUnit(transaction, after.unitId);
        if (after.email !== before.email) await checkEmailFree(transaction, after.email);
        await transaction.update(residents).set(after).where(eq(residents.userId, userId));
        if (after.email !== before.email) await endLinks(transaction, userId);
        const change = { before: residentFrom(before), after: residentFrom(after) };
        await appendEvents(transaction, eventsFor(events, change));
        return change.after;
      });
    },

    async search({ offset = 0, limit = 50, ...search }) {
      const wanted = matching(search);
      const [rows, counted] = await Promise.all([
        database
          .select()
          .from(residents)
          .where(wanted)
          .orderBy(asc(residents.firstName), asc(residents.lastName), asc(residents.userId))
          .limit(limit)
          .offset(offset),
        database.select({ total: count() }).from(residents).where(wanted),
      ]);
      return { residents: rows.map(residentFrom), total: onlyRow(counted).total };
    },

    async admit(userId, events) {
      return await database.transaction(async (transaction) => {
        const verified = and(eq(residents.status, "verified"), eq(residents.standing, "pending"));
        const admitted = await transaction
          .update(residents)
          .set({ standing: "resident" })
          .where(and(eq(residents.userId, userId), verified))
          .returning();
        const [resident] = admitted;
        if (!resident) return false;
        await replaceTokensOf(transaction, resident.email);
        await appendEvents(transaction, eventsFor(events, { userId, from: "pending", to: "resident" }));
        return true;
      });
    },

    async changeStanding(userId, to, events) {
      return await database.transaction(async (transaction) => {
        const { standing: from, email } = await lockResident(transaction, userId);
        if (from === to) return false;
        await replaceTokensOf(transaction, email);
        await transaction.update(residents).set({ standing: to }).where(eq(residents.userId, userId));
        await appendEvents(transaction, eventsFor(events, { userId, from, to }));
        return true;
      });
    },

    async close(userId, events) {
      return await database.transaction(async (transaction) => {
        const closed = await closeResident(transaction, userId);
        if (!closed) return false;
        await appendEvents(transaction, eventsFor(events, residentFrom(closed)));
        return true;
      });
    },

    remove: (userId) => removeResident(database, userId),
  };
}

/** See `Residents.register`. */
export async function registerResident(
  transaction: Queryable,
  { userId, email, firstName, lastName, unitId }: NewResident,
  events: Emit<Resident>,
): Promise<Resident> {
  if (unitId !== undefined) await requireUnit(transaction, unitId);
  const [row] = await transaction
    .insert(residents)
    .values({ userId, email: email.toLowerCase(), firstName, lastName, unitId })
    .onConflictDoNothing()
    .returning();
  if (!row) return await firstRegistration(transaction, userId);
  await checkNotRemoved(transaction, userId);
  const registered = residentFrom(row);
  await appendEvents(transaction, eventsFor(events, registered));
  return registered;
}

/** Looked at after an insert, which waits for an account that is being closed at this moment. @throws ResidentRemovedError */
export async function checkNotRemoved(transaction: Queryable, userId: string): Promise<void> {
  const removed = await transaction
    .select()
    .from(removedResidents)
    .where(eq(removedResidents.userId, userId));
  if (removed.length > 0) throw new ResidentRemovedError();
}

function matching({ text, standing, unitId, floor }: ResidentSearch) {
  const part = text && `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const name = sql<string>`${residents.firstName} || ' ' || ${residents.lastName}`;
  return and(
    part ? or(ilike(name, part), ilike(residents.email, part)) : undefined,
    standing && eq(residents.standing, standing),
    unitId === undefined ? undefined : eq(residents.unitId, unitId),
    floor === undefined
      ? undefined
      : sql`${residents.unitId} in (select unit_id from ${units} where floor = ${floor})`,
  );
}

/** The insert met an existing row: the same resident's, or someone else's with the email. */
async function firstRegistration(transaction: Queryable, userId: string): Promise<Resident> {
  const first = await find(transaction, userId);
  if (!first) throw new EmailTakenError();
  return first;
}

/** Whoever changes a resident holds their row. @throws UnknownResidentError */
export async function lockResident(transaction: Queryable, userId: string): Promise<ResidentRow> {
  const row = await holdResident(transaction, userId);
  if (!row) throw new UnknownResidentError(userId);
  return row;
}

/** The same for one who may have been removed. */
export async function holdResident(transaction: Queryable, userId: string): Promise<ResidentRow | undefined> {
  const [row] = await transaction
    .select()
    .from(residents)
    .where(eq(residents.userId, userId))
    .for("no key update");
  return row;
}

/** Makes two residents who take one email at once take turns, instead of breaking the unique index. */
export async function lockEmail(transaction: Queryable, email: string): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 2))`);
}

/** Takes its turn first. */
export async function checkEmailFree(transaction: Queryable, email: string): Promise<void> {
  await lockEmail(transaction, email);
  const taken = await transaction.select().from(residents).where(eq(residents.email, email));
  if (taken.length > 0) throw new EmailTakenError();
}

async function find(queryable: Queryable, userId: string): Promise<Resident | undefined> {
  const [row] = await queryable.select().from(residents).where(eq(residents.userId, userId));
  return row && residentFrom(row);
}

/** Keeps a resident from being removed until what is written for them is there. @throws UnknownResidentError */
export async function keepResident(transaction: Queryable, userId: string): Promise<void> {
  const [kept] = await transaction
    .select({ userId: residents.userId })
    .from(residents)
    .where(eq(residents.userId, userId))
    .for("key share");
  if (!kept) throw new UnknownResidentError(userId);
}

/** @throws UnknownResidentError */
export async function requireResident(queryable: Queryable, userId: string): Promise<void> {
  if (!(await find(queryable, userId))) throw new UnknownResidentError(userId);
}

/** What went to the mailbox that they had opens and changes nothing any more. The caller gives them another one. */
export async function endLinks(transaction: Queryable, userId: string): Promise<void> {
  await transaction
    .update(residents)
    .set({ linkGeneration: sql`${residents.linkGeneration} + 1` })
    .where(eq(residents.userId, userId));
  await transaction.delete(unsubscribeTokens).where(eq(unsubscribeTokens.userId, userId));
}

function residentFrom({ unitId, phone, registeredAt, linkGeneration: _, ...row }: ResidentRow): Resident {
  return {
    ...row,
    unitId: unitId ?? undefined,
    phone: phone ?? undefined,
    registeredAt: registeredAt.toISOString(),
  };
}
