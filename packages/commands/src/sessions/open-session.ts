import type { KnownBrowsers } from "@org/stores/known-browsers/port";
import type { Proof, SessionPlace, Sessions } from "@org/stores/sessions/port";
import type { Outcome } from "../outcome.ts";
import { subjectOf } from "./find-people.ts";
import type { Person } from "./person.ts";
import { sessionStanding } from "./standing.ts";

/** Milliseconds that someone stays signed in. */
export const sessionLifetime = 30 * 24 * 60 * 60_000;

export interface OpenSessionPorts {
  sessions: Pick<Sessions, "open">;
  knownBrowsers: Pick<KnownBrowsers, "remember">;
}

export interface SigningIn {
  person: Person;
  provenBy: Proof;
  place?: SessionPlace;
  /** The token of the browser, when people have signed in with it before. */
  browser?: string;
}

/**
 * Signs someone in who has proven who they are, and remembers the browser as one of theirs.
 * @returns the session's secret and the browser's, both new, for that browser only.
 */
export function openSession({ sessions, knownBrowsers }: OpenSessionPorts) {
  return async ({
    person,
    provenBy,
    place,
    browser,
  }: SigningIn): Promise<Outcome<{ token: string; browser: string }, never>> => {
    const expiresAt = new Date(Date.now() + sessionLifetime).toISOString();
    const subject = subjectOf(person);
    const known = await knownBrowsers.remember(subject, browser);
    const token = await sessions.open(subject, expiresAt, { ...sessionStanding(person), provenBy, place });
    return { ok: true, token, browser: known };
  };
}
