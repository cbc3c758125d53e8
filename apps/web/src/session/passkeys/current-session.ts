import { subjectOf } from "@org/commands/sessions/find-people";
import type { Person } from "@org/commands/sessions/person";
import type { ListedSession } from "@org/stores/sessions/port";
import { sessions } from "../../stores.ts";
import { sessionToken } from "../session-cookie.ts";

/** The browser's own session, as its person's list has it. */
export async function currentSession(person: Person): Promise<ListedSession | undefined> {
  const listed = await sessions().list(subjectOf(person), (await sessionToken()) ?? "");
  return listed.find(({ current }) => current);
}
