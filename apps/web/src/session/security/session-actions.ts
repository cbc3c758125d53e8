"use server";

import { subjectOf } from "@org/commands/sessions/find-people";
import { redirect } from "next/navigation";
import { sessionCommands } from "../../commands.ts";
import { textOf } from "../../forms/form-data.ts";
import { log } from "../../log.ts";
import { requireSignedIn } from "../current-person.ts";
import { homeOf } from "../links.ts";
import { closeSession } from "../session-cookie.ts";
import { readSignInContext } from "../sign-in-form.ts";
import { securityPath } from "./security-form.ts";

/** Signs whoever is signed in out in one of their other browsers. */
export async function endOtherSession(form: FormData): Promise<void> {
  const { product } = readSignInContext(form);
  const { person } = await requireSignedIn(product);
  const { ok } = await sessionCommands().endSession({ person, sessionId: textOf(form, "sessionId") });
  redirect(securityPath(product, ok ? "signed-out" : "signed-out-before"));
}

/** Signs whoever is signed in out in all of their browsers, this one as well. */
export async function endEverySession(form: FormData): Promise<void> {
  const { product } = readSignInContext(form);
  const { person } = await requireSignedIn(product);
  const { ended } = await sessionCommands().signOutEverywhere({ person });
  await closeSession();
  log.info({ person: subjectOf(person), ended }, "a person signed out everywhere");
  redirect(homeOf(product));
}
