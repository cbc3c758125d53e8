import { userProfileUpdated } from "@org/events/ten-ocean/user-profile-updated";
import { EmailTakenError } from "@org/stores/ten-ocean/errors";
import type { EmailChanges } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { linkTokenField } from "../../internal/link-token.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, readRequest, requestRule } from "../../request.ts";

const gone = "This link is no longer good: it expired, or a newer request took its place.";

export const confirmEmailRequest = requestRule({
  schema: z.object({ token: linkTokenField }),
  fields: [],
  damaged: gone,
});

/**
 * Someone follows the link that was sent to one of the two mailboxes. Whoever has it reads that mailbox, so it works
 * without being signed in; alone it changes nothing.
 *
 * @returns `counts`: whether the other mailbox has confirmed as well, so that the new address counts from now on
 */
export function confirmNewEmail({ emailChanges }: { emailChanges: Pick<EmailChanges, "confirm"> }) {
  return async (
    entries: EntriesOf<typeof confirmEmailRequest>,
  ): Promise<Outcome<{ counts: boolean }, "gone" | "email-taken">> => {
    const read = readRequest(confirmEmailRequest, entries);
    if (!read.ok) return { ok: false, code: "gone", message: gone };
    try {
      const change = await emailChanges.confirm(read.request.token, {
        emit: ({ userId }) => [userProfileUpdated.create({ userId, changed: ["email"] })],
      });
      if (!change) return { ok: false, code: "gone", message: gone };
      return { ok: true, counts: change.confirmed.length === 2 };
    } catch (error) {
      return refusalOf(error, [
        [
          EmailTakenError,
          "email-taken",
          "Another member has taken this address meanwhile. Your address stays as it is; ask for another one in your profile.",
        ],
      ]);
    }
  };
}
