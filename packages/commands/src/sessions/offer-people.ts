import type { Sessions } from "@org/stores/sessions/port";
import type { Outcome } from "../outcome.ts";
import { findPerson, type PeopleStores, subjectOf } from "./find-people.ts";
import type { Person } from "./person.ts";
import { codeLifetime } from "./sign-in-attempt.ts";

const prefix = "one-of:";

/** Remembers that a browser has proven to be several people, so that it can choose one of them. */
export function offerPeople({ sessions }: { sessions: Pick<Sessions, "open"> }) {
  return async ({ people }: { people: readonly Person[] }): Promise<Outcome<{ token: string }, never>> => {
    const expiresAt = new Date(Date.now() + codeLifetime).toISOString();
    return { ok: true, token: await sessions.open(`${prefix}${people.map(subjectOf).join(",")}`, expiresAt) };
  };
}

/** Those whom the holder of the offer's secret may choose from. */
export async function offeredPeople(
  { sessions, people }: { sessions: Pick<Sessions, "use">; people: PeopleStores },
  token: string,
): Promise<Person[]> {
  const session = await sessions.use(token);
  if (!session?.userId.startsWith(prefix)) return [];
  const subjects = session.userId.slice(prefix.length).split(",");
  const found = await Promise.all(subjects.map((subject) => findPerson(people, subject)));
  return found.filter((person) => person !== undefined);
}
