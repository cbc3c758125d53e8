import { userId as userIdSchema } from "@org/events/fields";
import type { RegistrationLinks, RegistrationParties } from "@org/stores/ten-ocean/registration-links/port";
import { hasRole, type Person } from "../../sessions/person.ts";

/** Whoever asks for a registration: never from a form. */
export interface RegistrationReader {
  /** Who is signed in. */
  person?: Person | undefined;
  /** What a link to the registration has left in the browser. */
  linkToken?: string | undefined;
}

export type RegistrationAccessLinks = Pick<RegistrationLinks, "parties" | "opens">;

export interface RegistrationAccess {
  /** By what: the resident's own account, somebody who decides on them, or a link to the registration. */
  as: "owner" | "office" | "link";
}

/**
 * What somebody may do with a registration. The answer for one that is not theirs is the one for a registration that
 * does not exist, and takes the same work.
 */
export async function registrationAccess(
  { registrationLinks }: { registrationLinks: RegistrationAccessLinks },
  userId: string,
  { person, linkToken = "" }: RegistrationReader,
): Promise<RegistrationAccess | undefined> {
  if (!userIdSchema.safeParse(userId).success) return undefined;
  const [parties, isOpened] = await Promise.all([
    registrationLinks.parties(userId),
    registrationLinks.opens(userId, linkToken),
  ]);
  if (!parties) return undefined;
  if (isOpened) return { as: "link" };
  return person && accessOf(person, parties);
}

function accessOf(person: Person, { userId, floor }: RegistrationParties): RegistrationAccess | undefined {
  if (hasRole(person, ["resident"])) return person.id === userId ? { as: "owner" } : undefined;
  if (hasRole(person, ["floor-captain"])) return person.floor === floor ? { as: "office" } : undefined;
  return hasRole(person, ["association-admin"]) ? { as: "office" } : undefined;
}
