import type { Sessions } from "@org/stores/sessions/port";
import type { Outcome } from "../outcome.ts";
import { subjectOf } from "./find-people.ts";
import type { Person } from "./person.ts";

/** Milliseconds that someone stays signed in. */
export const sessionLifetime = 30 * 24 * 60 * 60_000;

/** Signs someone in who has proven who they are. @returns the session's secret, for their browser only. */
export function openSession({ sessions }: { sessions: Pick<Sessions, "open"> }) {
  return async (person: Person): Promise<Outcome<{ token: string }, never>> => {
    const expiresAt = new Date(Date.now() + sessionLifetime).toISOString();
    return { ok: true, token: await sessions.open(subjectOf(person), expiresAt) };
  };
}
