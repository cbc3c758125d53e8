import { count } from "@org/commands/words";
import type { Attendee, CommunityEvent, EventCounts, OwnRsvp, Rsvp } from "@org/stores/ten-ocean/port";

/** Whether answers are taken, and why not. */
export type EventState = "open" | "begun" | "over" | "cancelled";

const threeHours = 3 * 3_600_000;

/** @param now milliseconds since 1970 */
export function eventStateOf({ status, startsAt, endsAt }: CommunityEvent, now: number): EventState {
  if (status === "cancelled") return "cancelled";
  const start = new Date(startsAt).getTime();
  const end = endsAt === undefined ? start + threeHours : new Date(endsAt).getTime();
  if (end <= now) return "over";
  return start <= now ? "begun" : "open";
}

/** How full it is: `5 of 20 seats taken`, `Full, 3 waiting`. */
export function seatsText(
  { capacity }: Pick<CommunityEvent, "capacity">,
  { seatsTaken, waiting }: Pick<EventCounts, "seatsTaken" | "waiting">,
): string {
  if (capacity === undefined) return seatsTaken === 0 ? "Nobody yet" : `${seatsTaken} coming`;
  if (waiting > 0) return `Full, ${waiting} waiting`;
  if (seatsTaken >= capacity) return "Full";
  return `${seatsTaken} of ${count(capacity, "seat")} taken`;
}

/** What somebody answered, in a list of events; undefined while they have not. */
export function answerMark(rsvp: Pick<Rsvp, "response" | "seated"> | undefined): string | undefined {
  if (!rsvp) return undefined;
  if (rsvp.response === "declined") return "You are not coming";
  if (rsvp.response === "maybe") return "You may come";
  return rsvp.seated ? "You are going" : "You are on the waiting list";
}

/** The same in full, on the event's own page. */
export function answerSentence(rsvp: OwnRsvp | undefined): string {
  if (!rsvp) return "You have not answered yet.";
  if (rsvp.response === "declined") return "You are not coming.";
  if (rsvp.response === "maybe")
    return "You may come. No seat is kept for you until you say that you are going.";
  const company = rsvp.seats > 1 ? ` with ${count(rsvp.seats - 1, "guest")}` : "";
  if (rsvp.seated) return `You are going${company}.`;
  return `You are number ${rsvp.place ?? 1} on the waiting list${company}. You are told as soon as seats become free.`;
}

export interface Guests {
  /** Names with their company: `Maya Fernandes and 2 guests`. */
  going: string[];
  waiting: string[];
  maybe: string[];
}

/** Who comes, waits and may come, each in the order of the answers. */
export function guestsOf(attendance: readonly Attendee[]): Guests {
  const going = attendance.filter(({ response }) => response === "going");
  return {
    going: going.filter(({ seated }) => seated).map(withCompany),
    waiting: going.filter(({ seated }) => !seated).map(withCompany),
    maybe: attendance.filter(({ response }) => response === "maybe").map(withCompany),
  };
}

/** Somebody whose account was deleted has no name any more. */
export function fullName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return [firstName, lastName].filter(Boolean).join(" ") || "A former resident";
}

function withCompany(attendee: Attendee): string {
  const guests = attendee.seats - 1;
  const name = fullName(attendee);
  return guests > 0 ? `${name} and ${count(guests, "guest")}` : name;
}
