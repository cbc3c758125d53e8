import { findPerson } from "@org/commands/sessions/find-people";
import { hasRole, type Person, type PersonWith, productOf, type Role } from "@org/commands/sessions/person";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { requestedPathHeader } from "../http/requested-path.ts";
import { people } from "../stores.ts";
import { readSession } from "./session-cookie.ts";
import { signInPath } from "./sign-in-path.ts";

/** Who is signed in, as their account is now; looked up once per page. */
export const currentPerson = cache(async (): Promise<Person | undefined> => {
  const subject = await readSession();
  if (subject === undefined) return undefined;
  return findPerson(people(), subject);
});

/**
 * The person who is signed in, when they have one of the roles; otherwise the request ends at the sign-in page, which
 * leads back. For pages, server actions and route handlers alike: an action checks for itself, whatever its page did.
 */
export async function requireRole<Wanted extends Role>(
  ...roles: [Wanted, ...Wanted[]]
): Promise<PersonWith<Wanted>> {
  const person = await currentPerson();
  if (person && hasRole(person, roles)) return person;
  const path = (await headers()).get(requestedPathHeader) ?? undefined;
  redirect(signInPath(productOf(roles[0]), { next: path }));
}
