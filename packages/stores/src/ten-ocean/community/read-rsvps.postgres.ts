import { and, asc, count, eq, getTableColumns, inArray, lt, sql, sum } from "drizzle-orm";
import { type Database, onlyRow } from "../../database.ts";
import { residents } from "../../schema/ten-ocean.ts";
import { rsvps } from "../../schema/ten-ocean-community.ts";
import type { EventCounts, Rsvps } from "../port.ts";
import { isWaiting, type RsvpRow, rsvpFrom } from "./seats.postgres.ts";

/** What is asked of answers and changes nothing. */
export function readRsvps(database: Database): Pick<Rsvps, "get" | "list" | "attendance" | "counts"> {
  return {
    async get({ eventId, userId }) {
      const [row] = await database
        .select()
        .from(rsvps)
        .where(and(eq(rsvps.eventId, eventId), eq(rsvps.userId, userId)));
      if (!row) return undefined;
      const waits = row.response === "going" && !row.seated;
      return { ...rsvpFrom(row), ...(waits && { place: await placeOf(database, row) }) };
    },

    async list({ eventId, userId, response }) {
      const rows = await database
        .select()
        .from(rsvps)
        .where(
          and(
            eventId === undefined ? undefined : eq(rsvps.eventId, eventId),
            userId === undefined ? undefined : eq(rsvps.userId, userId),
            response === undefined ? undefined : eq(rsvps.response, response),
          ),
        )
        .orderBy(asc(rsvps.position));
      return rows.map(rsvpFrom);
    },

    async attendance(eventId) {
      const firstName = sql<string>`coalesce(${residents.firstName}, '')`;
      const lastName = sql<string>`coalesce(${residents.lastName}, '')`;
      const rows = await database
        .select({ ...getTableColumns(rsvps), firstName, lastName })
        .from(rsvps)
        .leftJoin(residents, eq(residents.userId, rsvps.userId))
        .where(eq(rsvps.eventId, eventId))
        .orderBy(asc(rsvps.position));
      return rows.map(({ firstName, lastName, ...row }) => ({ ...rsvpFrom(row), firstName, lastName }));
    },

    async counts(eventIds) {
      const found = await countsOf(database, eventIds);
      return eventIds.map(
        (eventId) =>
          found.find((counts) => counts.eventId === eventId) ?? {
            eventId,
            seatsTaken: 0,
            waiting: 0,
            maybe: 0,
          },
      );
    },
  };
}

async function placeOf(database: Database, { eventId, position }: RsvpRow): Promise<number> {
  const { before } = onlyRow(
    await database
      .select({ before: count() })
      .from(rsvps)
      .where(and(eq(rsvps.eventId, eventId), isWaiting(), lt(rsvps.position, position))),
  );
  return before + 1;
}

async function countsOf(database: Database, eventIds: readonly string[]): Promise<EventCounts[]> {
  if (eventIds.length === 0) return [];
  const seated = sql`case when ${rsvps.seated} then ${rsvps.seats} else 0 end`;
  return await database
    .select({
      eventId: rsvps.eventId,
      seatsTaken: sum(seated).mapWith(Number),
      waiting: sql`count(*) filter (where ${isWaiting()})`.mapWith(Number),
      maybe: sql`count(*) filter (where ${rsvps.response} = 'maybe')`.mapWith(Number),
    })
    .from(rsvps)
    .where(inArray(rsvps.eventId, [...eventIds]))
    .groupBy(rsvps.eventId);
}
