import { findPerson } from "@org/commands/sessions/find-people";
import type { Person } from "@org/commands/sessions/person";
import type { Follower } from "../live/follower.ts";
import { currentPerson } from "../session/current-person.ts";
import { readSession, sessionReader } from "../session/session-cookie.ts";
import { people } from "../stores.ts";

/** Who asks for a page that a link opens: who is signed in, and what the link has left in the browser. */
export interface LinkReader {
  person?: Person | undefined;
  linkToken?: string | undefined;
}

/**
 * Who may follow such a page from now on, asked again and again while they do; undefined for who may not. All who may
 * are shown the same, so they are one follower.
 */
export async function linkFollower(
  linkToken: string | undefined,
  isAllowed: (reader: LinkReader) => Promise<boolean>,
): Promise<Follower | undefined> {
  const [person, readAgain] = await Promise.all([currentPerson(), sessionReader()]);
  if (!(await isAllowed({ person, linkToken }))) return undefined;
  return {
    personId: "",
    async isAllowed() {
      const session = await readAgain();
      const now = session && (await findPerson(people(), session.userId));
      return isAllowed({ person: now, linkToken });
    },
  };
}

/** Who is signed in, looked at before any route runs: it renews no session, whose new secret the route would not have. */
export async function personBeforeRoutes(): Promise<Person | undefined> {
  const session = await readSession();
  return session && findPerson(people(), session.userId);
}
