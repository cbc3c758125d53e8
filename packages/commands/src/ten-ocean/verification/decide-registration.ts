import { userId } from "@org/events/fields";
import { userRejected } from "@org/events/ten-ocean/user-rejected";
import { userVerified } from "@org/events/ten-ocean/user-verified";
import { UnknownResidentError } from "@org/stores/ten-ocean/errors";
import type { Residents, Units, Verifications } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome, Refusal } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { mayDecide, type Reviewer } from "./waiting-registrations.ts";

export const decisionRequest = requestRule({
  schema: z
    .object({
      userId,
      status: z.string().pipe(z.enum(["verified", "rejected"])),
      reason: z
        .string()
        .trim()
        .max(500, "Shorten the reason to 500 characters.")
        .transform((reason) => reason || undefined),
    })
    // The applicant is told why, so there has to be something to tell.
    .refine(({ status, reason }) => status === "verified" || reason !== undefined, {
      path: ["reason"],
      error: "Say why, so that the applicant can be told.",
    }),
  fields: ["reason"],
  damaged: "This form is out of date or damaged. Open the page again.",
});

export interface DecideRegistrationPorts {
  residents: Pick<Residents, "get">;
  units: Pick<Units, "list">;
  verifications: Pick<Verifications, "decide">;
}

export type Decision = EntriesOf<typeof decisionRequest> & {
  /** Who decides: never from a form. */
  reviewer: Reviewer;
};

/** `decided`: somebody was faster; `not-theirs`: there is none that this reviewer may decide on. */
export type DecisionCode = InvalidCode | "decided" | "not-theirs";

const told = [
  [UnknownResidentError, "not-theirs", "There is no such registration for you to decide on."],
] as const;

/** An admin or a floor captain decides on a registration, with the event that this causes. */
export function decideRegistration({ residents, units, verifications }: DecideRegistrationPorts) {
  return async ({
    reviewer,
    ...entries
  }: Decision): Promise<Outcome<{ status: "verified" | "rejected" }, DecisionCode, "reason">> => {
    const read = readRequest(decisionRequest, entries);
    if (!read.ok) return read;
    const { userId, status, reason } = read.request;
    const [resident, house] = await Promise.all([residents.get(userId), units.list()]);
    const unit = house.find(({ unitId }) => unitId === resident?.unitId);
    if (!resident || !mayDecide(reviewer, unit)) return notTheirs;
    const decidedBy = reviewer.id;
    try {
      const decided = await verifications.decide(
        userId,
        { status, decidedBy, reason },
        {
          emit: ({ decidedAt }) => {
            const timestamp = decidedAt ?? new Date().toISOString();
            return status === "verified"
              ? [userVerified.create({ userId, verifiedBy: decidedBy, timestamp })]
              : [userRejected.create({ userId, rejectedBy: decidedBy, reason, timestamp })];
          },
        },
      );
      return decided ? { ok: true, status } : tooLate;
    } catch (error) {
      return refusalOf(error, told);
    }
  };
}

const notTheirs: Refusal<"not-theirs", never> = { ok: false, code: "not-theirs", message: told[0][2] };

const tooLate: Refusal<"decided", never> = {
  ok: false,
  code: "decided",
  message: "Nothing was changed: somebody decided before you.",
};
