import type { Person } from "@org/commands/sessions/person";
import {
  type RegistrationAccess,
  type RegistrationReader,
  registrationAccess,
} from "@org/commands/ten-ocean/verification/registration-access";
import { linkCookie } from "#src/links/link-cookie.ts";
import { linkFollower } from "#src/links/link-follower.ts";
import { currentPerson } from "#src/session/current-person.ts";
import { registrationLinks } from "#src/stores.ts";

const cookie = linkCookie("registration-link");

type WhoAsks = () => Promise<Person | undefined>;

/** Lets this browser see a registration. Only in a server action or a route handler. */
export async function keepRegistrationToken(userId: string, token: string): Promise<void> {
  await cookie.keep(`/ten-ocean/residents/${encodeURIComponent(userId)}`, token);
}

/** The same for the browser in which it was confirmed. */
export async function keepRegistration(userId: string): Promise<void> {
  const token = await registrationLinks().tokenOf(userId);
  if (token !== undefined) await keepRegistrationToken(userId, token);
}

/** Who asks for a registration: who is signed in, and what a link has left in the browser. */
export async function currentRegistrationReader(
  whoAsks: WhoAsks = currentPerson,
): Promise<RegistrationReader> {
  const [person, linkToken] = await Promise.all([whoAsks(), cookie.read()]);
  return { person, linkToken };
}

/** What the current request may do with a registration; undefined when they may not know of it, or there is none. */
export async function currentRegistrationAccess(
  userId: string,
  whoAsks?: WhoAsks,
): Promise<RegistrationAccess | undefined> {
  const reader = await currentRegistrationReader(whoAsks);
  return registrationAccess({ registrationLinks: registrationLinks() }, userId, reader);
}

export async function registrationFollower(userId: string) {
  const links = { registrationLinks: registrationLinks() };
  return linkFollower(
    await cookie.read(),
    async (reader) => (await registrationAccess(links, userId, reader)) !== undefined,
  );
}
