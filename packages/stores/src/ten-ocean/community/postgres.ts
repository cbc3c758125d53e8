import { and, asc, desc, eq, gte, lt, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { given, sameRow } from "../../given.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { communityEventChanges, communityEvents } from "../../schema/ten-ocean-community.ts";
import type { CommunityEvent, CommunityEventChanges, CommunityEvents } from "../port.ts";
import { UnknownEventError } from "./errors.ts";
import { giveFreeSeats, seatsTaken } from "./seats.postgres.ts";

export type CommunityEventRow = typeof communityEvents.$inferSelect;

/** When an event is over. */
const end = sql`coalesce(${communityEvents.endsAt}, ${communityEvents.startsAt} + interval '3 hours')`;

export function communityEventsIn(database: Database): CommunityEvents {
  const { eventId: id, startsAt: start } = communityEvents;
  return {
    async create({ startsAt, endsAt, ...event }, events) {
      return await database.transaction(async (transaction) => {
        const [row] = await transaction
          .insert(communityEvents)
          .values({ ...event, startsAt: new Date(startsAt), endsAt: toDate(endsAt) })
          .onConflictDoNothing()
          .returning();
        if (!row) return false;
        await appendEvents(transaction, eventsFor(events, communityEventFrom(row)));
        return true;
      });
    },

    async get(eventId) {
      const [row] = await database.select().from(communityEvents).where(eq(id, eventId));
      return row && communityEventFrom(row);
    },

    async list({ from, to }) {
      const rows = await database
        .select()
        .from(communityEvents)
        .where(and(gte(start, new Date(from)), lt(start, new Date(to))))
        .orderBy(asc(start), asc(id));
      return rows.map(communityEventFrom);
    },

    async coming() {
      const rows = await database
        .select()
        .from(communityEvents)
        .where(sql`${end} > now()`)
        .orderBy(asc(start), asc(id));
      return rows.map(communityEventFrom);
    },

    async past({ limit }) {
      const rows = await database
        .select()
        .from(communityEvents)
        .where(sql`${end} <= now()`)
        .orderBy(desc(start), desc(id))
        .limit(limit);
      return rows.map(communityEventFrom);
    },

    async update(eventId, changes, events) {
      return await database.transaction(async (transaction) => {
        const row = await lockEvent(transaction, eventId);
        const before = communityEventFrom(row);
        const taken = await seatsTaken(transaction, eventId);
        const changed = { ...row, ...given(columnsOf(changes)) };
        if (sameRow(row, changed)) return { before, after: before, seatsTaken: taken, promoted: [] };
        const after = communityEventFrom(await write(transaction, changed));
        await transaction
          .insert(communityEventChanges)
          .values({ eventId, revision: after.revision, before, after });
        const promoted = after.status === "scheduled" ? await giveFreeSeats(transaction, changed) : [];
        const outcome = { before, after, seatsTaken: taken, promoted };
        await appendEvents(transaction, eventsFor(events, outcome));
        return outcome;
      });
    },

    async change(eventId, revision) {
      const { before, after } = communityEventChanges;
      const [row] = await database
        .select({ before, after })
        .from(communityEventChanges)
        .where(and(eq(communityEventChanges.eventId, eventId), eq(communityEventChanges.revision, revision)));
      return row;
    },
  };
}

async function write(transaction: Queryable, changed: CommunityEventRow): Promise<CommunityEventRow> {
  return onlyRow(
    await transaction
      .update(communityEvents)
      .set({ ...changed, revision: changed.revision + 1, updatedAt: sql`now()` })
      .where(eq(communityEvents.eventId, changed.eventId))
      .returning(),
  );
}

function columnsOf({ startsAt, endsAt, ...changes }: CommunityEventChanges) {
  return { ...changes, startsAt: toDate(startsAt), endsAt: endsAt === null ? null : toDate(endsAt) };
}

function toDate(iso: string | undefined): Date | undefined {
  return iso === undefined ? undefined : new Date(iso);
}

/** Whoever changes seats holds the event's row, so that no seat is given twice. @throws UnknownEventError */
export async function lockEvent(transaction: Queryable, eventId: string): Promise<CommunityEventRow> {
  const [row] = await transaction
    .select()
    .from(communityEvents)
    .where(eq(communityEvents.eventId, eventId))
    .for("no key update");
  if (!row) throw new UnknownEventError(eventId);
  return row;
}

export function communityEventFrom({
  startsAt,
  endsAt,
  createdAt,
  updatedAt,
  capacity,
  cancelReason,
  ...row
}: CommunityEventRow): CommunityEvent {
  return {
    ...row,
    capacity: capacity ?? undefined,
    cancelReason: cancelReason ?? undefined,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString(),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
