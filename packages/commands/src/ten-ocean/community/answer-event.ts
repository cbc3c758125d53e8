import { eventId } from "@org/events/ten-ocean/fields";
import { rsvpEvents } from "@org/stores/ten-ocean/community/invitation-events";
import {
  EventClosedError,
  NotResidentError,
  UnknownEventError,
  UnknownResidentError,
} from "@org/stores/ten-ocean/errors";
import type { Rsvp, RsvpOutcome, Rsvps } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome, Refusal } from "../../outcome.ts";
import { Refused, refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { hasRole, type Person } from "../../sessions/person.ts";

/** Whom a resident may bring. */
export const mostGuests = 9;

export const answerRequest = requestRule({
  schema: z
    .object({
      eventId,
      response: z.string().pipe(z.enum(["going", "maybe", "declined"], "Choose one of the answers.")),
      /** Besides the resident; counts for `going` only. */
      guests: z.string().trim(),
    })
    .refine(({ response, guests }) => response !== "going" || isGuests(guests), {
      path: ["guests"],
      error: `Enter how many guests you bring: a whole number from 0 to ${mostGuests}.`,
    })
    .transform(({ guests, ...answer }) => ({
      ...answer,
      seats: answer.response === "going" ? Number(guests) + 1 : 0,
    })),
  fields: ["response", "guests"],
  damaged: outOfDate(),
});

function isGuests(text: string): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) <= mostGuests;
}

const notResident: Refusal<"not-resident", never> = {
  ok: false,
  code: "not-resident",
  message: "Only people who live in the house answer invitations.",
};

const told = [
  [UnknownEventError, "unknown-event", "There is no such event. Open the list of events again."],
  [EventClosedError, "cancelled", "This event was called off. There is nothing to answer any more."],
  [NotResidentError, "not-resident", notResident.message],
  [UnknownResidentError, "not-resident", notResident.message],
] as const;

type AnswerEventCode = InvalidCode | (typeof told)[number][1] | "begun";

/**
 * A resident answers an invitation, or changes the answer. Whoever finds too few seats waits; seats that are given back
 * go to those who wait, in their order. The same answer again changes nothing.
 */
export function answerEvent({ rsvps }: { rsvps: Pick<Rsvps, "answer"> }) {
  return async ({
    member,
    ...entries
  }: EntriesOf<typeof answerRequest> & {
    /** Who answers: never from a form. */
    member: Person;
  }): Promise<Outcome<{ rsvp: Rsvp }, AnswerEventCode, "response" | "guests">> => {
    if (!hasRole(member, ["resident"])) return notResident;
    const read = readRequest(answerRequest, entries);
    if (!read.ok) return read;
    try {
      const { rsvp } = await rsvps.answer({ ...read.request, userId: member.id }, { emit: answered });
      return { ok: true, rsvp };
    } catch (error) {
      return refusalOf(error, told, ["begun"]);
    }
  };
}

/** By the store's clock, inside its transaction: whoever was in time is in time. */
function answered(outcome: RsvpOutcome) {
  if (outcome.event.startsAt <= outcome.rsvp.answeredAt) {
    const message = "This event has begun. Answers are no longer taken.";
    throw new Refused({ ok: false, code: "begun", message });
  }
  return rsvpEvents(outcome);
}
