import { findPerson } from "@org/commands/sessions/find-people";
import { hasRole, type PersonWith, type Role } from "@org/commands/sessions/person";
import { requireRole } from "../session/current-person.ts";
import { sessionReader } from "../session/session-cookie.ts";
import { people } from "../stores.ts";

/** Who follows something that not everybody may. */
export interface Follower {
  personId: string;
  /** Asked again and again: whether the session still lasts and its person still has one of the roles. */
  isAllowed(): Promise<boolean>;
}

/** As `requireRole`, for what goes on after its request has been answered. */
export async function requireFollower<Wanted extends Role>(
  ...roles: [Wanted, ...Wanted[]]
): Promise<Follower & { person: PersonWith<Wanted> }> {
  const person = await requireRole(...roles);
  const readAgain = await sessionReader();
  return {
    person,
    personId: person.id,
    async isAllowed() {
      const session = await readAgain();
      const now = session && (await findPerson(people(), session.userId));
      return now !== undefined && now.id === person.id && hasRole(now, roles);
    },
  };
}
