import type { Sessions } from "@org/stores/sessions/port";
import type { Outcome } from "../outcome.ts";
import { subjectOf } from "./find-people.ts";
import type { Person } from "./person.ts";

/** Ends every session of someone, the asking one as well; no browser is known as theirs any more. */
export function signOutEverywhere({ sessions }: { sessions: Pick<Sessions, "closeAllOf"> }) {
  return async ({ person }: { person: Person }): Promise<Outcome<{ ended: number }, never>> => ({
    ok: true,
    ended: await sessions.closeAllOf(subjectOf(person)),
  });
}
