import { and, asc, eq, inArray, sql, sum } from "drizzle-orm";
import { onlyRow, type Queryable } from "../../database.ts";
import { rsvps } from "../../schema/ten-ocean-community.ts";
import type { Rsvp } from "../port.ts";

export type RsvpRow = typeof rsvps.$inferSelect;

interface SeatedEvent {
  eventId: string;
  capacity: number | null;
}

/**
 * Gives the event's free seats to those who wait, in their order, until one needs more than there are: who asked first
 * is not passed over. The caller holds the event's row.
 * @returns those who got seats.
 */
export async function giveFreeSeats(transaction: Queryable, event: SeatedEvent): Promise<Rsvp[]> {
  const { eventId, capacity } = event;
  let free =
    capacity === null ? Number.POSITIVE_INFINITY : capacity - (await seatsTaken(transaction, eventId));
  if (free <= 0) return [];
  const inOrder = transaction
    .select()
    .from(rsvps)
    .where(and(eq(rsvps.eventId, eventId), isWaiting()))
    .orderBy(asc(rsvps.position));
  // Everyone who waits needs at least one seat.
  const waiting = await (Number.isFinite(free) ? inOrder.limit(free) : inOrder);
  const firstTooMany = waiting.findIndex(({ seats }) => {
    free -= seats;
    return free < 0;
  });
  const promoted = firstTooMany === -1 ? waiting : waiting.slice(0, firstTooMany);
  if (promoted.length === 0) return [];
  const userIds = promoted.map(({ userId }) => userId);
  await transaction
    .update(rsvps)
    .set({ seated: true, revision: sql`${rsvps.revision} + 1` })
    .where(and(eq(rsvps.eventId, eventId), inArray(rsvps.userId, userIds)));
  return promoted.map((row) => rsvpFrom({ ...row, seated: true, revision: row.revision + 1 }));
}

/** Going, but without seats. */
export function isWaiting() {
  return and(eq(rsvps.response, "going"), eq(rsvps.seated, false));
}

export async function seatsTaken(transaction: Queryable, eventId: string): Promise<number> {
  const { taken } = onlyRow(
    await transaction
      .select({ taken: sum(rsvps.seats).mapWith(Number) })
      .from(rsvps)
      .where(and(eq(rsvps.eventId, eventId), eq(rsvps.seated, true))),
  );
  return taken ?? 0;
}

export function rsvpFrom({ position: _, answeredAt, ...row }: RsvpRow): Rsvp {
  return { ...row, answeredAt: answeredAt.toISOString() };
}
