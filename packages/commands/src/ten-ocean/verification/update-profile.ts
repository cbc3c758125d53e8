import { userProfileUpdated } from "@org/events/ten-ocean/user-profile-updated";
import type { ProfileChange, Residents } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { nameField, optionalNameField, optionalPhoneField } from "../../fields.ts";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import type { PersonWith } from "../../sessions/person.ts";

/** What a resident may change without anybody's consent. */
export const profileRequest = requestRule({
  schema: z.object({
    firstName: nameField("your first name"),
    lastName: optionalNameField,
    /** Empty takes the number away. */
    phone: optionalPhoneField,
  }),
  fields: ["firstName", "lastName", "phone"],
  damaged: outOfDate("Open your profile again."),
});

export type ProfileField = FieldOf<typeof profileRequest>;

export type ProfileEntries = EntriesOf<typeof profileRequest> & {
  /** Whose profile: never from a form. */
  resident: PersonWith<"resident">;
};

/** A resident changes their own name and phone number, with the event that says what changed. */
export function updateProfile({ residents }: { residents: Pick<Residents, "update"> }) {
  return async ({
    resident,
    ...entries
  }: ProfileEntries): Promise<Outcome<object, InvalidCode, ProfileField>> => {
    const read = readRequest(profileRequest, entries);
    if (!read.ok) return read;
    const { firstName, lastName, phone = null } = read.request;
    await residents.update(resident.id, { firstName, lastName, phone }, { emit: eventsOf });
    return { ok: true };
  };
}

function eventsOf({ before, after }: ProfileChange) {
  const renamed = before.firstName !== after.firstName || before.lastName !== after.lastName;
  const changed = [
    ...(renamed ? (["name"] as const) : []),
    ...(before.phone !== after.phone ? (["phone"] as const) : []),
  ];
  return [userProfileUpdated.create({ userId: after.userId, changed })];
}
