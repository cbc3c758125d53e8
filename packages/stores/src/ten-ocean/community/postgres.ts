import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { given, sameRow } from "../../given.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { communityEvents } from "../../schema/ten-ocean-community.ts";
import type { CommunityEvent, CommunityEvents } from "../port.ts";
import { UnknownEventError } from "./errors.ts";
import { giveFreeSeats } from "./seats.postgres.ts";

export type CommunityEventRow = typeof communityEvents.$inferSelect;

export function communityEventsIn(database: Database): CommunityEvents {
  return {
    async create({ startsAt, ...event }, events) {
      return await database.transaction(async (transaction) => {
        const [row] = await transaction
          .insert(communityEvents)
          .values({ ...event, startsAt: new Date(startsAt) })
          .onConflictDoNothing()
          .returning();
        if (!row) return false;
        await appendEvents(transaction, eventsFor(events, communityEventFrom(row)));
        return true;
      });
    },

    async get(eventId) {
      const [row] = await database.select().from(communityEvents).where(eq(communityEvents.eventId, eventId));
      return row && communityEventFrom(row);
    },

    async list({ from, to }) {
      const within = and(
        gte(communityEvents.startsAt, new Date(from)),
        lt(communityEvents.startsAt, new Date(to)),
      );
      const rows = await database
        .select()
        .from(communityEvents)
        .where(within)
        .orderBy(asc(communityEvents.startsAt), asc(communityEvents.eventId));
      return rows.map(communityEventFrom);
    },

    async update(eventId, { startsAt, ...changes }, events) {
      return await database.transaction(async (transaction) => {
        const before = await lockEvent(transaction, eventId);
        const moved = startsAt === undefined ? undefined : new Date(startsAt);
        const after = { ...before, ...given({ ...changes, startsAt: moved }) };
        const change = { before: communityEventFrom(before), after: communityEventFrom(after), promoted: [] };
        if (sameRow(before, after)) return change;
        await transaction.update(communityEvents).set(after).where(eq(communityEvents.eventId, eventId));
        const promoted = after.status === "scheduled" ? await giveFreeSeats(transaction, after) : [];
        const outcome = { ...change, promoted };
        await appendEvents(transaction, eventsFor(events, outcome));
        return outcome;
      });
    },
  };
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
  createdAt,
  capacity,
  ...row
}: CommunityEventRow): CommunityEvent {
  return {
    ...row,
    capacity: capacity ?? undefined,
    startsAt: startsAt.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}
