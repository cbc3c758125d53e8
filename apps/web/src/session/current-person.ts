import { findPerson } from "@org/commands/sessions/find-people";
import { isProofEnough } from "@org/commands/sessions/passkeys/staff-sign-in";
import {
  hasRole,
  type Person,
  type PersonWith,
  type Product,
  productOf,
  type Role,
  rolesOf,
} from "@org/commands/sessions/person";
import { securityPaths } from "@org/commands/sessions/security-paths";
import { standingOf } from "@org/commands/sessions/standing";
import type { Proof } from "@org/stores/sessions/port";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { env } from "../env.ts";
import { requestedPathHeader } from "../http/requested-path.ts";
import { people } from "../stores.ts";
import { readSession, renewSession } from "./session-cookie.ts";
import { renewalPath, signInPath } from "./sign-in-path.ts";

interface SignedIn {
  person: Person;
  /** What they showed. */
  provenBy: Proof | undefined;
}

/**
 * Who has signed in, as their account is now; looked up once per page. Once they may do something else than when their
 * session's secret was made, it gets a new one first: at once, or by way of a route that may set cookies.
 */
const signedIn = cache(async (): Promise<SignedIn | undefined> => {
  const session = await readSession();
  const person = session && (await findPerson(people(), session.userId));
  if (!person) return undefined;
  const found = { person, provenBy: session.provenBy };
  if (session.standing === standingOf(person)) return found;
  const outcome = await renewSession(person);
  if (outcome === "not-here") redirect(renewalPath(await requestedPath()));
  return outcome === "renewed" ? found : undefined;
});

const mayEnter = ({ person, provenBy }: SignedIn) => isProofEnough(env.STAFF_SIGN_IN, person, provenBy);

/** Who is signed in. Staff who have to use a passkey and did not are nobody yet. */
export async function currentPerson(): Promise<Person | undefined> {
  const found = await signedIn();
  return found && mayEnter(found) ? found.person : undefined;
}

/**
 * The person who is signed in, when they have one of the roles; otherwise the request ends at the sign-in page, which
 * leads back. For pages, server actions and route handlers alike: an action checks for itself, whatever its page did.
 */
export async function requireRole<Wanted extends Role>(
  ...roles: [Wanted, ...Wanted[]]
): Promise<PersonWith<Wanted>> {
  const found = await signedIn();
  if (found && hasRole(found.person, roles)) {
    if (mayEnter(found)) return found.person;
    redirect(`${securityPaths[productOf(found.person.role)]}?outcome=passkey-needed`);
  }
  redirect(signInPath(productOf(roles[0]), { next: await requestedPath() }));
}

/** Whoever has signed in at a product, whatever they showed: for the page on which passkeys are added. */
export async function requireSignedIn(product: Product): Promise<SignedIn> {
  const found = await signedIn();
  if (found && hasRole(found.person, rolesOf(product))) return found;
  redirect(signInPath(product, { next: await requestedPath() }));
}

async function requestedPath(): Promise<string | undefined> {
  return (await headers()).get(requestedPathHeader) ?? undefined;
}
