import { and, asc, eq, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { rsvps } from "../../schema/ten-ocean-community.ts";
import type { RsvpResponse, Rsvps } from "../port.ts";
import { requireResident } from "../verification/residents.postgres.ts";
import { EventClosedError } from "./errors.ts";
import { lockEvent } from "./postgres.ts";
import { giveFreeSeats, type RsvpRow, rsvpFrom } from "./seats.postgres.ts";

export function rsvpsIn(database: Database): Rsvps {
  return {
    async answer({ eventId, userId, response, seats = 1 }, events) {
      return await database.transaction(async (transaction) => {
        const event = await lockEvent(transaction, eventId);
        if (event.status === "cancelled") throw new EventClosedError(eventId);
        await requireResident(transaction, userId);
        const wanted = { response, seats: response === "going" ? seats : 0 };
        const before = await find(transaction, eventId, userId);
        if (before && before.response === wanted.response && before.seats === wanted.seats) {
          return { rsvp: rsvpFrom(before), promoted: [] };
        }
        await write(transaction, { eventId, userId, ...wanted }, before);
        // The new answer waits like any other, so seats are given in one way only.
        const promoted = await giveFreeSeats(transaction, event);
        const after = onlyRow([await find(transaction, eventId, userId)].filter((row) => row !== undefined));
        const outcome = {
          rsvp: rsvpFrom(after),
          promoted: promoted.filter((rsvp) => rsvp.userId !== userId),
        };
        await appendEvents(transaction, eventsFor(events, outcome));
        return outcome;
      });
    },

    async list({ eventId, response }) {
      const answered = response === undefined ? undefined : eq(rsvps.response, response);
      const rows = await database
        .select()
        .from(rsvps)
        .where(and(eq(rsvps.eventId, eventId), answered))
        .orderBy(asc(rsvps.position));
      return rows.map(rsvpFrom);
    },
  };
}

async function find(transaction: Queryable, eventId: string, userId: string): Promise<RsvpRow | undefined> {
  const [row] = await transaction
    .select()
    .from(rsvps)
    .where(and(eq(rsvps.eventId, eventId), eq(rsvps.userId, userId)));
  return row;
}

/** Who keeps or gives back some of their seats stays seated; everyone else goes to the end of the list. */
async function write(
  transaction: Queryable,
  answer: { eventId: string; userId: string; response: RsvpResponse; seats: number },
  before: RsvpRow | undefined,
): Promise<void> {
  const keepsSeats = before?.seated === true && answer.response === "going" && answer.seats <= before.seats;
  const changes = {
    ...answer,
    seated: keepsSeats,
    answeredAt: sql`now()`,
    ...(!keepsSeats && { position: sql`nextval('ten_ocean.rsvp_position')` }),
  };
  await transaction
    .insert(rsvps)
    .values(changes)
    .onConflictDoUpdate({ target: [rsvps.eventId, rsvps.userId], set: changes });
}
