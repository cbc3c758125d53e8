import type { Sessions } from "@org/stores/sessions/port";
import type { Outcome } from "../outcome.ts";
import { subjectOf } from "./find-people.ts";
import type { Person } from "./person.ts";

/** Signs someone out in one of their browsers, as their list names it. */
export function endSession({ sessions }: { sessions: Pick<Sessions, "closeOne"> }) {
  return async (request: {
    person: Person;
    sessionId: string;
  }): Promise<Outcome<object, "unknown-session">> => {
    if (await sessions.closeOne(subjectOf(request.person), request.sessionId)) return { ok: true };
    return { ok: false, code: "unknown-session", message: "You are not signed in there any more." };
  };
}
