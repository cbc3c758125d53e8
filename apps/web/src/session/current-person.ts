import { findPerson } from "@org/commands/sessions/find-people";
import { hasRole, type Person, type PersonWith, productOf, type Role } from "@org/commands/sessions/person";
import { standingOf } from "@org/commands/sessions/standing";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { requestedPathHeader } from "../http/requested-path.ts";
import { people } from "../stores.ts";
import { readSession, renewSession } from "./session-cookie.ts";
import { renewalPath, signInPath } from "./sign-in-path.ts";

/**
 * Who is signed in, as their account is now; looked up once per page. Once they may do something else than when their
 * session's secret was made, it gets a new one first: at once, or by way of a route that may set cookies.
 */
export const currentPerson = cache(async (): Promise<Person | undefined> => {
  const session = await readSession();
  const person = session && (await findPerson(people(), session.userId));
  if (!person || session.standing === standingOf(person)) return person;
  const outcome = await renewSession(person);
  if (outcome === "not-here") redirect(renewalPath(await requestedPath()));
  return outcome === "renewed" ? person : undefined;
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
  redirect(signInPath(productOf(roles[0]), { next: await requestedPath() }));
}

async function requestedPath(): Promise<string | undefined> {
  return (await headers()).get(requestedPathHeader) ?? undefined;
}
