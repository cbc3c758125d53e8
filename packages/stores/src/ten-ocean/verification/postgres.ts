import { and, asc, desc, eq, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { residents, verifications } from "../../schema/ten-ocean.ts";
import type { Verification, Verifications } from "../port.ts";
import { NotResidentError, UnknownResidentError } from "./errors.ts";
import { requireUnit } from "./house.postgres.ts";
import { holdResident, lockResident } from "./residents.postgres.ts";

type NewRound = Pick<Verification, "userId" | "purpose"> & { unitId: string | null };

export function verificationsIn(database: Database): Verifications {
  return {
    async open(userId) {
      return await database.transaction(async (transaction) => {
        const { unitId } = await lockResident(transaction, userId);
        const latest = await latestOf(transaction, userId);
        return latest ?? (await begin(transaction, { userId, unitId, purpose: "registration" }));
      });
    },

    async reopen(userId, { firstName, lastName, unitId }, events) {
      return await database.transaction(async (transaction) => {
        const { status } = await lockResident(transaction, userId);
        if (status !== "rejected" && status !== "lapsed") return undefined;
        if (unitId !== undefined) await requireUnit(transaction, unitId);
        const now = { firstName, lastName, unitId: unitId ?? null };
        await transaction
          .update(residents)
          .set({ ...now, status: "pending" })
          .where(eq(residents.userId, userId));
        return await begin(transaction, { userId, unitId: now.unitId, purpose: "registration" }, events);
      });
    },

    async requestMove(userId, unitId, events) {
      return await database.transaction(async (transaction) => {
        const resident = await lockResident(transaction, userId);
        if (resident.standing !== "resident") throw new NotResidentError(userId);
        await requireUnit(transaction, unitId);
        const latest = await latestOf(transaction, userId);
        if (latest?.status === "pending" && latest.unitId === unitId) return undefined;
        await withdraw(transaction, userId);
        if (resident.unitId === unitId) return undefined;
        return await begin(transaction, { userId, unitId, purpose: "move" }, events);
      });
    },

    get: (userId, round) => latestOf(database, userId, round),

    async listPending() {
      const rows = await database
        .select()
        .from(verifications)
        .where(eq(verifications.status, "pending"))
        .orderBy(asc(verifications.openedAt));
      return rows.map(verificationFrom);
    },

    async decide(userId, { status, decidedBy, reason, round }, events) {
      return await database.transaction(async (transaction) => {
        await lockResident(transaction, userId);
        const decided = await endPending(transaction, { userId, round }, { status, decidedBy, reason });
        if (!decided) {
          if (!(await latestOf(transaction, userId))) throw new UnknownResidentError(userId);
          return false;
        }
        await applyDecision(transaction, decided, status);
        await appendEvents(transaction, eventsFor(events, decided));
        return true;
      });
    },

    async lapse(userId, round) {
      return await database.transaction(async (transaction) => {
        if (!(await holdResident(transaction, userId))) return false;
        const lapsed = await endPending(transaction, { userId, round }, { status: "lapsed" });
        if (lapsed?.purpose === "registration")
          await transaction.update(residents).set({ status: "lapsed" }).where(eq(residents.userId, userId));
        return lapsed !== undefined;
      });
    },

    async withdraw(userId) {
      return await database.transaction(async (transaction) => {
        if (!(await holdResident(transaction, userId))) return false;
        return (await withdraw(transaction, userId)) !== undefined;
      });
    },
  };
}

async function latestOf(
  queryable: Queryable,
  userId: string,
  round?: number,
): Promise<Verification | undefined> {
  const thatRound = round === undefined ? undefined : eq(verifications.round, round);
  const [row] = await queryable
    .select()
    .from(verifications)
    .where(and(eq(verifications.userId, userId), thatRound))
    .orderBy(desc(verifications.round))
    .limit(1);
  return row && verificationFrom(row);
}

/** The caller holds the resident's row, so that rounds are counted one after the other. */
async function begin(
  transaction: Queryable,
  { userId, unitId, purpose }: NewRound,
  events: Emit<Verification> = { emit: [] },
): Promise<Verification> {
  const latest = await latestOf(transaction, userId);
  const round = (latest?.round ?? 0) + 1;
  const opened = transaction.insert(verifications).values({ userId, round, unitId, purpose }).returning();
  const verification = verificationFrom(onlyRow(await opened));
  await appendEvents(transaction, eventsFor(events, verification));
  return verification;
}

/** Ends what is pending, whoever is first. @returns undefined when nothing is. */
async function endPending(
  queryable: Queryable,
  { userId, round }: { userId: string; round?: number },
  outcome: Pick<Verification, "status" | "decidedBy" | "reason">,
): Promise<Verification | undefined> {
  const thatRound = round === undefined ? undefined : eq(verifications.round, round);
  const [row] = await queryable
    .update(verifications)
    .set({ ...outcome, decidedAt: sql`now()` })
    .where(and(eq(verifications.userId, userId), eq(verifications.status, "pending"), thatRound))
    .returning();
  return row && verificationFrom(row);
}

function withdraw(queryable: Queryable, userId: string): Promise<Verification | undefined> {
  return endPending(queryable, { userId }, { status: "withdrawn" });
}

async function applyDecision(
  transaction: Queryable,
  { userId, purpose, unitId }: Verification,
  status: "verified" | "rejected",
): Promise<void> {
  if (purpose === "move" && status === "rejected") return;
  await transaction
    .update(residents)
    .set(purpose === "move" ? { unitId } : { status })
    .where(eq(residents.userId, userId));
}

function verificationFrom(row: typeof verifications.$inferSelect): Verification {
  const { openedAt, decidedAt, unitId, decidedBy, reason, ...rest } = row;
  return {
    ...rest,
    unitId: unitId ?? undefined,
    openedAt: openedAt.toISOString(),
    decidedAt: decidedAt?.toISOString(),
    decidedBy: decidedBy ?? undefined,
    reason: reason ?? undefined,
  };
}
