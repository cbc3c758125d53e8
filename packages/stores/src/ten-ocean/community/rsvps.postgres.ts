import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { residents } from "../../schema/ten-ocean.ts";
import { communityEvents, rsvps } from "../../schema/ten-ocean-community.ts";
import type { Rsvp, RsvpOutcome, RsvpResponse, Rsvps } from "../port.ts";
import { NotResidentError, UnknownResidentError } from "../verification/errors.ts";
import { EventClosedError } from "./errors.ts";
import { type CommunityEventRow, communityEventFrom, lockEvent } from "./postgres.ts";
import { readRsvps } from "./read-rsvps.postgres.ts";
import { giveFreeSeats, type RsvpRow, rsvpFrom } from "./seats.postgres.ts";

interface Answer {
  eventId: string;
  userId: string;
  response: RsvpResponse;
  seats: number;
}

export function rsvpsIn(database: Database): Rsvps {
  return {
    ...readRsvps(database),

    async answer({ eventId, userId, response, seats = 1 }, events) {
      return await database.transaction(async (transaction) => {
        await holdResident(transaction, userId);
        // From here on all others who answer wait, so as little as possible happens.
        const event = await lockEvent(transaction, eventId);
        if (event.status === "cancelled") throw new EventClosedError(eventId);
        const answer = { eventId, userId, response, seats: response === "going" ? seats : 0 };
        return await change(transaction, event, answer, events);
      });
    },

    async withdraw({ userId, from }, events) {
      return await database.transaction(async (transaction) => {
        const outcomes: RsvpOutcome[] = [];
        for (const eventId of await answeredEvents(transaction, userId, new Date(from))) {
          const event = await lockEvent(transaction, eventId);
          const answer = { eventId, userId, response: "declined" as const, seats: 0 };
          outcomes.push(await change(transaction, event, answer, events));
        }
        return outcomes;
      });
    },
  };
}

/** The caller holds the event's row. */
async function change(
  transaction: Queryable,
  event: CommunityEventRow,
  answer: Answer,
  events: Emit<RsvpOutcome>,
): Promise<RsvpOutcome> {
  const before = await find(transaction, answer);
  const told = { event: communityEventFrom(event) };
  if (before && before.response === answer.response && before.seats === answer.seats) {
    return { ...told, rsvp: rsvpFrom(before), promoted: [] };
  }
  const written = await write(transaction, answer, before);
  // The new answer waits like any other, so seats are given in one way only.
  const seated = event.status === "scheduled" ? await giveFreeSeats(transaction, event) : [];
  const isOwn = ({ userId }: Rsvp) => userId === answer.userId;
  const outcome = {
    ...told,
    rsvp: seated.find(isOwn) ?? rsvpFrom(written),
    promoted: seated.filter((rsvp) => !isOwn(rsvp)),
  };
  await appendEvents(transaction, eventsFor(events, outcome));
  return outcome;
}

/** The lock keeps them a resident until the answer is written. */
async function holdResident(transaction: Queryable, userId: string): Promise<void> {
  const [resident] = await transaction
    .select({ standing: residents.standing })
    .from(residents)
    .where(eq(residents.userId, userId))
    .for("share");
  if (!resident) throw new UnknownResidentError(userId);
  if (resident.standing !== "resident") throw new NotResidentError(userId);
}

/** By id, so that two who hold several events at once never wait for each other. */
async function answeredEvents(transaction: Queryable, userId: string, from: Date): Promise<string[]> {
  const rows = await transaction
    .select({ eventId: rsvps.eventId })
    .from(rsvps)
    .innerJoin(communityEvents, eq(communityEvents.eventId, rsvps.eventId))
    .where(and(eq(rsvps.userId, userId), ne(rsvps.response, "declined"), gt(communityEvents.startsAt, from)))
    .orderBy(asc(rsvps.eventId));
  return rows.map(({ eventId }) => eventId);
}

type Key = Pick<Answer, "eventId" | "userId">;

async function find(transaction: Queryable, { eventId, userId }: Key): Promise<RsvpRow | undefined> {
  const [row] = await transaction
    .select()
    .from(rsvps)
    .where(and(eq(rsvps.eventId, eventId), eq(rsvps.userId, userId)));
  return row;
}

/** Who keeps or gives back some of their seats stays seated; everyone else goes to the end of the list. */
async function write(transaction: Queryable, answer: Answer, before: RsvpRow | undefined): Promise<RsvpRow> {
  const keepsSeats = before?.seated === true && answer.response === "going" && answer.seats <= before.seats;
  const changes = {
    ...answer,
    seated: keepsSeats,
    answeredAt: sql`now()`,
    revision: (before?.revision ?? 0) + 1,
    ...(!keepsSeats && { position: sql`nextval('ten_ocean.rsvp_position')` }),
  };
  return onlyRow(
    await transaction
      .insert(rsvps)
      .values(changes)
      .onConflictDoUpdate({ target: [rsvps.eventId, rsvps.userId], set: changes })
      .returning(),
  );
}
