import type { KnownBrowsers } from "@org/stores/known-browsers/port";
import type { WrongCodeCounter } from "@org/stores/sign-in-codes/port";
import { findPerson, type PeopleStores } from "./find-people.ts";
import { productOf } from "./person.ts";
import type { SignInAttempt } from "./sign-in-attempt.ts";

/** Where somebody tries to sign in from. */
export interface SignInSource {
  /** As limits count it. */
  network: string;
  /** The token of a browser in which somebody has signed in before. */
  browser?: string;
}

export interface SourcePorts {
  people: PeopleStores;
  knownBrowsers: Pick<KnownBrowsers, "usersOf">;
}

type Address = Pick<SignInAttempt, "product" | "email">;

/** Whether someone who signs in with an address has done so in this browser before. */
export async function isKnownBrowser(
  { people, knownBrowsers }: SourcePorts,
  { product, email }: Address,
  browser: string | undefined,
): Promise<boolean> {
  if (browser === undefined) return false;
  const subjects = await knownBrowsers.usersOf(browser);
  const found = await Promise.all(subjects.map((subject) => findPerson(people, subject)));
  return found.some(
    (person) => person && productOf(person.role) === product && person.email.toLowerCase() === email,
  );
}

/**
 * What a wrong code counts for, the owner's own first. A browser that is known for the address has a count of its own:
 * whatever others do with the address or from the same network, it does not have to wait for it.
 */
export async function countersOf(
  ports: SourcePorts,
  attempt: Address,
  { network, browser }: SignInSource,
): Promise<[WrongCodeCounter, ...WrongCodeCounter[]]> {
  const address = [attempt.product, attempt.email];
  if (await isKnownBrowser(ports, attempt, browser))
    return [{ kind: "browser", of: JSON.stringify([...address, browser]) }];
  return [
    { kind: "address", of: JSON.stringify(address) },
    { kind: "network", of: network },
  ];
}
