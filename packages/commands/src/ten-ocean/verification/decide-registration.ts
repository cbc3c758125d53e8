import { userId } from "@org/events/fields";
import { userProfileUpdated } from "@org/events/ten-ocean/user-profile-updated";
import { userRejected } from "@org/events/ten-ocean/user-rejected";
import { userVerified } from "@org/events/ten-ocean/user-verified";
import { UnknownResidentError } from "@org/stores/ten-ocean/errors";
import type { Units, Verification, Verifications } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { longTextField } from "../../fields.ts";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome, Refusal } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { idOfRound } from "./rounds.ts";
import { mayDecide, type Reviewer } from "./waiting-registrations.ts";

export const decisionRequest = requestRule({
  schema: z
    .object({
      userId,
      status: z.string().pipe(z.enum(["verified", "rejected"])),
      reason: longTextField("Shorten the reason", 500).transform((reason) => reason || undefined),
      /** Which verification the reviewer looked at; an older page is not about the one that waits now. */
      round: z
        .string()
        .regex(/^\d{1,5}$/)
        .transform(Number)
        .optional(),
    })
    // The applicant is told why, so there has to be something to tell.
    .refine(({ status, reason }) => status === "verified" || reason !== undefined, {
      path: ["reason"],
      error: "Say why, so that the applicant can be told.",
    }),
  fields: ["reason"],
  damaged: outOfDate(),
});

export interface DecideRegistrationPorts {
  units: Pick<Units, "list">;
  verifications: Pick<Verifications, "get" | "decide">;
}

export type Decision = EntriesOf<typeof decisionRequest> & {
  /** Who decides: never from a form. */
  reviewer: Reviewer;
};

/**
 * - `decided`: somebody was faster
 * - `lapsed`: it waited too long, and nobody can decide on it any more
 * - `replaced`: the resident asked for something else meanwhile
 * - `not-theirs`: there is none that this reviewer may decide on
 */
export type DecisionCode = InvalidCode | "decided" | "lapsed" | "replaced" | "not-theirs";

const told = [
  [UnknownResidentError, "not-theirs", "There is no such registration for you to decide on."],
] as const;

/** An admin or a floor captain decides on a registration or a new unit, with the events that this causes. */
export function decideRegistration({ units, verifications }: DecideRegistrationPorts) {
  return async ({
    reviewer,
    ...entries
  }: Decision): Promise<Outcome<{ status: "verified" | "rejected" }, DecisionCode, "reason">> => {
    const read = readRequest(decisionRequest, entries);
    if (!read.ok) return read;
    const { userId, status, reason, round } = read.request;
    const [verification, house] = await Promise.all([verifications.get(userId, round), units.list()]);
    const unit = house.find(({ unitId }) => unitId === verification?.unitId);
    if (!verification || !mayDecide(reviewer, unit)) return notTheirs;
    const decision = { status, decidedBy: reviewer.id, reason, round: verification.round };
    try {
      const decided = await verifications.decide(userId, decision, { emit: eventsOf });
      if (decided) return { ok: true, status };
      return tooLate(await verifications.get(userId, verification.round));
    } catch (error) {
      return refusalOf(error, told);
    }
  };
}

function eventsOf({ userId, status, round, purpose, decidedBy = "", decidedAt, reason }: Verification) {
  const decided = { userId, round, purpose, timestamp: decidedAt ?? new Date().toISOString() };
  if (status === "rejected") {
    const rejected = { ...decided, rejectedBy: decidedBy, reason };
    return [userRejected.create(rejected, { id: idOfRound(userRejected, userId, round) })];
  }
  const verified = userVerified.create(
    { ...decided, verifiedBy: decidedBy },
    { id: idOfRound(userVerified, userId, round) },
  );
  return purpose === "move"
    ? [verified, userProfileUpdated.create({ userId, changed: ["unit"] })]
    : [verified];
}

const notTheirs: Refusal<"not-theirs", never> = { ok: false, code: "not-theirs", message: told[0][2] };

function tooLate(verification: Verification | undefined): Refusal<"decided" | "lapsed" | "replaced", never> {
  switch (verification?.status) {
    case "lapsed":
      return {
        ok: false,
        code: "lapsed",
        message: "Nothing was changed: nobody decided in two weeks, so it lapsed. They can register again.",
      };
    case "withdrawn":
      return { ok: false, code: "replaced", message: "Nothing was changed: they no longer ask for this." };
    default:
      return {
        ok: false,
        code: "decided",
        message: "Nothing was changed: somebody decided before you.",
      };
  }
}
