import { type Act, actsOf } from "../run/journal.ts";
import type { Finding, Rsvp, Snapshot } from "./snapshot.ts";

type House = Pick<Snapshot, "residents" | "unproven" | "gatherings" | "rsvps" | "requests">;

/** Registrations, decisions, events, answers and repairs are as people were told. */
export function lookAtHouse(house: House, acts: readonly Act[]): Finding[] {
  const residents = house.residents.map(({ userId }) => userId);
  const unproven = house.unproven.map(({ userId }) => userId);
  const gatherings = house.gatherings.map(({ eventId }) => eventId);
  const requests = house.requests.map(({ requestId }) => requestId);
  return [
    ...missing("registration", [...residents, ...unproven], acts),
    ...missing("confirmation", residents, acts),
    ...missing("gathering", gatherings, acts),
    ...missing("repair", requests, acts),
    ...decisions(house, acts),
    ...answers(house.rsvps, acts),
    ...seats(house),
    ...house.requests
      .filter(({ entries }) => entries !== 1)
      .map(({ requestId: id, entries }): Finding => {
        return {
          kind: entries > 1 ? "doubled" : "wrong",
          what: "repair",
          id,
          says: `${entries} entries say that it was reported`,
        };
      }),
  ];
}

function missing(
  what: "registration" | "confirmation" | "gathering" | "repair",
  ids: readonly string[],
  acts: readonly Act[],
): Finding[] {
  const there = new Set(ids);
  return actsOf(acts, what)
    .filter(({ id, answer }) => answer === "acknowledged" && !there.has(id))
    .map(({ id }) => ({ kind: "lost", what, id, says: "it was acknowledged; it is not there" }));
}

function decisions({ residents }: House, acts: readonly Act[]): Finding[] {
  const statuses = new Map(residents.map(({ userId, status }) => [userId, status]));
  return actsOf(acts, "decision")
    .filter(({ id, answer, status }) => answer === "acknowledged" && statuses.get(id) !== status)
    .map(({ id, status }) => ({
      kind: "lost",
      what: "decision",
      id,
      says: `${status}, and now ${statuses.get(id)}`,
    }));
}

/** An answer that was in doubt may arrive after a later one, but not much later. */
const late = 60_000;

function answers(rsvps: readonly Rsvp[], acts: readonly Act[]): Finding[] {
  const now = new Map(rsvps.map(({ eventId, userId, response }) => [`${eventId} of ${userId}`, response]));
  const given = Map.groupBy(actsOf(acts, "answer"), ({ id, userId }) => `${id} of ${userId}`);
  return [...given].flatMap(([id, own]) => {
    const last = own.findLast(({ answer }) => answer === "acknowledged");
    if (!last) return [];
    const doubts = own.filter(({ answer, ended }) => answer === "doubt" && ended > last.began - late);
    const possible = [last, ...doubts].map(({ response }): string => response);
    const stands = now.get(id);
    if (stands !== undefined && possible.includes(stands)) return [];
    return [
      { kind: "lost", what: "answer", id, says: `${possible.join(" or ")} was said, and it is ${stands}` },
    ];
  });
}

/** Nobody sits on a seat that is not there, and nobody waits beside an empty one. */
function seats({ gatherings, rsvps }: House): Finding[] {
  return gatherings.flatMap(({ eventId: id, capacity }) => {
    if (capacity === null) return [];
    const going = rsvps.filter(({ eventId, response }) => eventId === id && response === "going");
    const taken = going.filter(({ isSeated }) => isSeated).reduce((sum, { seats }) => sum + seats, 0);
    const found: Finding[] = [];
    if (taken > capacity)
      found.push({ kind: "wrong", what: "seats", id, says: `${taken} of ${capacity} seats are given` });
    if (taken < capacity && going.some(({ isSeated }) => !isSeated)) {
      found.push({
        kind: "wrong",
        what: "seats",
        id,
        says: `somebody waits, and ${capacity - taken} seats are free`,
      });
    }
    return found;
  });
}
