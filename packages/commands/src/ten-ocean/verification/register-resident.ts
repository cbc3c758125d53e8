import type { EventToSend } from "@org/events";
import { userId } from "@org/events/fields";
import { unitId } from "@org/events/ten-ocean/fields";
import { notificationRoute } from "@org/events/ten-ocean/notification-route";
import { userRegistered } from "@org/events/ten-ocean/user-registered";
import type { Outbox } from "@org/stores/outbox/port";
import { EmailTakenError, ResidentRemovedError, UnknownUnitError } from "@org/stores/ten-ocean/errors";
import type { Resident, Residents } from "@org/stores/ten-ocean/port";
import { ulid } from "ulid";
import * as z from "zod";
import { emailField, nameField, optionalNameField } from "../../fields.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";

/** Empty for people who do not know theirs yet. */
export const unitField = z
  .string()
  .refine((text) => text === "" || unitId.safeParse(text).success, "Choose your unit from the list.")
  .transform((text) => text || undefined);

/** What a resident says of themselves. */
export const registrationRequest = requestRule({
  schema: z.object({
    userId,
    firstName: nameField("your first name"),
    /** Empty for people who use a single name. */
    lastName: optionalNameField,
    email: emailField,
    unitId: unitField,
  }),
  fields: ["firstName", "lastName", "email", "unitId"],
  damaged: "This form is out of date or damaged. Open the portal again.",
});

/** The entries that a resident fills in. */
export type ResidentField = FieldOf<typeof registrationRequest>;

/** A fresh id for the form that a resident is about to fill in; nobody can guess it. */
export function newResidentId(): string {
  return `user_${ulid()}`;
}

/** `account-deleted`: the form is of an account that is no more; a fresh one registers anew. */
export type RegistrationCode = InvalidCode | "unknown-unit" | "account-deleted";

export interface RegisterResidentPorts {
  residents: Pick<Residents, "register" | "findByEmail">;
  outbox: Pick<Outbox, "send">;
}

/**
 * A resident registers, with the event that this causes. The same request again is the same registration. Whoever
 * registers with an address that is known is told the same as everybody, so that nobody learns who lives here; what to
 * do next goes to the address.
 */
export function registerResident({ residents, outbox }: RegisterResidentPorts) {
  return async (
    entries: EntriesOf<typeof registrationRequest>,
  ): Promise<Outcome<{ userId: string; known: boolean }, RegistrationCode, ResidentField>> => {
    const read = readRequest(registrationRequest, entries);
    if (!read.ok) return read;
    try {
      const { userId } = await residents.register(read.request, {
        emit: ({ userId, email, firstName, lastName, unitId }) => [
          userRegistered.create({ userId, email, firstName, lastName, unitId }),
        ],
      });
      return { ok: true, userId, known: false };
    } catch (error) {
      const refusal = refusalOf(error, [
        [EmailTakenError, "email-taken"],
        [UnknownUnitError, "unknown-unit"],
        [ResidentRemovedError, "account-deleted"],
      ]);
      if (refusal.code === "account-deleted") return { ...refusal, code: refusal.code };
      if (refusal.code === "unknown-unit")
        return { ...refusal, code: refusal.code, fields: { unitId: refusal.message } };
      const resident = await residents.findByEmail(read.request.email);
      // Whoever had the address may have been removed since.
      if (!resident) throw error;
      await outbox.send([registeredAgain(resident, new Date())]);
      return { ok: true, userId: resident.userId, known: true };
    }
  };
}

/** At most one message a day about the same, however often somebody types the address in. */
function registeredAgain(resident: Resident, now: Date): EventToSend {
  const { userId } = resident;
  const situation = situationOf(resident);
  return notificationRoute.create({
    notificationId: ["registration-again", userId, situation, now.toISOString().slice(0, 10)].join(":"),
    template: "registration-again",
    userIds: [userId],
    about: userId,
    data: { userId, situation },
  });
}

/** Where somebody stands who registers although they are known. */
export function situationOf({
  status,
  standing,
}: Resident): "waiting" | "resident" | "rejected" | "lapsed" | "former" {
  if (standing === "alumni" || standing === "suspended") return "former";
  if (status === "pending") return "waiting";
  return status === "verified" ? "resident" : status;
}
