import { subjectOf } from "@org/commands/sessions/find-people";
import type { Person } from "@org/commands/sessions/person";
import type { Proof } from "@org/stores/sessions/port";
import type { Route } from "next";
import { log } from "../log.ts";
import { startOf } from "./links.ts";
import { openSession } from "./session-cookie.ts";
import { endAttempt } from "./sign-in-cookies.ts";

/** Signs in who has proven who they are. Only in a server action or a route handler. @returns where they go on. */
export async function signInAs(person: Person, provenBy: Proof, next: Route | undefined): Promise<Route> {
  await endAttempt();
  await openSession(person, provenBy);
  log.info({ person: subjectOf(person), role: person.role, provenBy }, "a person signed in");
  return next ?? startOf(person.role);
}
