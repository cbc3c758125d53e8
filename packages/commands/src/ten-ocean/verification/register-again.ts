import { userId } from "@org/events/fields";
import { userRegistered } from "@org/events/ten-ocean/user-registered";
import { UnknownUnitError } from "@org/stores/ten-ocean/errors";
import type { Residents, Verifications } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { nameField, optionalNameField } from "../../fields.ts";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { unitField } from "./register-resident.ts";
import {
  type RegistrationAccessLinks,
  type RegistrationReader,
  registrationAccess,
} from "./registration-access.ts";
import { idOfRound } from "./rounds.ts";

/** What somebody says of themselves now; their address stays the one at which they got the link. */
export const registerAgainRequest = requestRule({
  schema: z.object({
    userId,
    firstName: nameField("your first name"),
    lastName: optionalNameField,
    unitId: unitField,
  }),
  fields: ["firstName", "lastName", "unitId"],
  damaged: outOfDate("Open your registration\u2019s page again."),
});

export type RegisterAgainField = FieldOf<typeof registerAgainRequest>;

/** `not-open`: the registration is waiting or was accepted, or there is none. */
export type RegisterAgainCode = InvalidCode | "unknown-unit" | "not-open";

export type RegisterAgainEntries = EntriesOf<typeof registerAgainRequest> & {
  /** Who asks: never from a form. */
  reader: RegistrationReader;
};

export interface RegisterAgainPorts {
  registrationLinks: RegistrationAccessLinks;
  residents: Pick<Residents, "get">;
  verifications: Pick<Verifications, "reopen">;
}

/**
 * Somebody whose registration was turned down or lapsed asks again: in the browser that a link has opened it to, or
 * signed in. Who decides on them does not ask in their name.
 */
export function registerAgain({ registrationLinks, residents, verifications }: RegisterAgainPorts) {
  return async ({
    reader,
    ...entries
  }: RegisterAgainEntries): Promise<Outcome<{ userId: string }, RegisterAgainCode, RegisterAgainField>> => {
    const read = readRequest(registerAgainRequest, entries);
    if (!read.ok) return read;
    const { userId, ...now } = read.request;
    const access = await registrationAccess({ registrationLinks }, userId, reader);
    const resident = access && access.as !== "office" ? await residents.get(userId) : undefined;
    if (!resident) return notOpen;
    const { email } = resident;
    try {
      const reopened = await verifications.reopen(userId, now, {
        emit: ({ round }) => [
          userRegistered.create(
            { userId, email, ...now, round },
            { id: idOfRound(userRegistered, userId, round) },
          ),
        ],
      });
      return reopened ? { ok: true, userId } : notOpen;
    } catch (error) {
      const refusal = refusalOf(error, [[UnknownUnitError, "unknown-unit"]]);
      return { ...refusal, fields: { unitId: refusal.message } };
    }
  };
}

const notOpen = {
  ok: false,
  code: "not-open",
  message: "Nothing was changed: this registration is waiting already, or was accepted. Open its page again.",
} as const;
