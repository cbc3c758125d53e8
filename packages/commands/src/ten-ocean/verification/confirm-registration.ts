import { userRegistered } from "@org/events/ten-ocean/user-registered";
import { EmailTakenError, ResidentRemovedError } from "@org/stores/ten-ocean/errors";
import type { Registrations } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { linkTokenField } from "../../internal/link-token.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, readRequest, requestRule } from "../../request.ts";

const gone = "This link is no longer good: it was used, or it is older than a day. Register again.";

export const registrationLinkRequest = requestRule({
  schema: z.object({ token: linkTokenField }),
  fields: [],
  damaged: gone,
});

/** `gone`: the link is not good; the others: it was, and what it was for cannot be done any more. */
export type ConfirmRegistrationCode = "gone" | "email-taken" | "account-deleted";

/** Somebody follows the link that went to their address: now it is theirs, and they register, with the event of it. */
export function confirmRegistration({ registrations }: { registrations: Pick<Registrations, "prove"> }) {
  return async (
    entries: EntriesOf<typeof registrationLinkRequest>,
  ): Promise<Outcome<{ userId: string }, ConfirmRegistrationCode>> => {
    const read = readRequest(registrationLinkRequest, entries);
    if (!read.ok) return { ok: false, code: "gone", message: gone };
    try {
      const resident = await registrations.prove(read.request.token, {
        emit: ({ userId, email, firstName, lastName, unitId }) => [
          userRegistered.create({ userId, email, firstName, lastName, unitId }),
        ],
      });
      if (!resident) return { ok: false, code: "gone", message: gone };
      return { ok: true, userId: resident.userId };
    } catch (error) {
      return refusalOf(error, [
        [EmailTakenError, "email-taken", "You are registered with this address already. Sign in."],
        [ResidentRemovedError, "account-deleted"],
      ]);
    }
  };
}
