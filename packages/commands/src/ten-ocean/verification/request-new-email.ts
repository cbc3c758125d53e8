import { userProfileUpdated } from "@org/events/ten-ocean/user-profile-updated";
import { NotResidentError } from "@org/stores/ten-ocean/errors";
import type { EmailChanges } from "@org/stores/ten-ocean/port";
import { ulid } from "ulid";
import * as z from "zod";
import { emailField } from "../../fields.ts";
import { newLinkToken } from "../../internal/link-token.ts";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import type { PersonWith } from "../../sessions/person.ts";

export const newEmailRequest = requestRule({
  schema: z.object({
    changeId: z.string().regex(/^change_[A-Za-z0-9]{1,64}$/),
    email: emailField,
  }),
  fields: ["email"],
  damaged: outOfDate("Open your profile again."),
});

export type NewEmailEntries = EntriesOf<typeof newEmailRequest> & {
  /** Whose address: never from a form. */
  resident: PersonWith<"resident">;
};

/** A fresh id for the form that a resident is about to fill in, so that a form sent twice is one request. */
export function newEmailChangeId(): string {
  return `change_${ulid()}`;
}

/**
 * A resident asks for another email address. Links go to the old and to the new one, and it counts once both were
 * followed; a newer request takes the place of an earlier one. An address that is another member's is answered as any:
 * whoever reads that mailbox is told, and there is no link to follow.
 *
 * @returns `asked`: false when it is their address already, or the form was sent twice
 */
export function requestNewEmail({ emailChanges }: { emailChanges: Pick<EmailChanges, "request"> }) {
  return async ({
    resident,
    ...entries
  }: NewEmailEntries): Promise<Outcome<{ asked: boolean }, InvalidCode | "no-resident", "email">> => {
    const read = readRequest(newEmailRequest, entries);
    if (!read.ok) return read;
    const { changeId, email: newEmail } = read.request;
    const userId = resident.id;
    const change = { changeId, userId, newEmail, oldToken: newLinkToken(), newToken: newLinkToken() };
    try {
      const asked = await emailChanges.request(change, {
        emit: [userProfileUpdated.create({ userId, changed: ["email"], awaiting: ["email"] })],
      });
      return { ok: true, asked };
    } catch (error) {
      const refusal = refusalOf(error, [
        [NotResidentError, "no-resident", "Only residents can change their address."],
      ]);
      return { ...refusal, fields: { email: refusal.message } };
    }
  };
}
