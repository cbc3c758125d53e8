import type { Sessions } from "@org/stores/sessions/port";
import type { Outcome } from "../outcome.ts";
import type { Person } from "./person.ts";
import { sessionStanding } from "./standing.ts";

export interface Renewal {
  /** The session's secret, good no more afterwards. */
  token: string;
  /** Whose session it is, as they are now. */
  person: Person;
}

/** Gives a session a new secret after its person became something else. @returns that secret. */
export function renewSession({ sessions }: { sessions: Pick<Sessions, "replace"> }) {
  return async ({ token, person }: Renewal): Promise<Outcome<{ token: string }, "ended">> => {
    const fresh = await sessions.replace(token, sessionStanding(person));
    if (fresh !== undefined) return { ok: true, token: fresh };
    return { ok: false, code: "ended", message: "You are not signed in any more. Sign in again." };
  };
}
