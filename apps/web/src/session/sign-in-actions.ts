"use server";

import { readRequest } from "@org/commands/request";
import { subjectOf } from "@org/commands/sessions/find-people";
import type { Person } from "@org/commands/sessions/person";
import { addressRequest, newAttempt, type SignInAttempt } from "@org/commands/sessions/sign-in-attempt";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { sessionCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import { type FormState, refusedForm } from "../forms/form-state.ts";
import { clientNetwork } from "../http/client-network.ts";
import { tooMany } from "../http/limit.ts";
import { log } from "../log.ts";
import { limiter } from "../vendors.ts";
import { homeOf, startOf } from "./links.ts";
import { closeSession, openSession } from "./session-cookie.ts";
import { endAttempt, offerChoice, readAttempt, readChoice, writeAttempt } from "./sign-in-cookies.ts";
import { type AddressField, type CodeField, readSignInContext, type SignInContext } from "./sign-in-form.ts";
import { signInPath } from "./sign-in-path.ts";

/** Sends a code to an address that someone signs in with, and says the same of every other address. */
export async function requestCode(
  _previous: FormState<AddressField>,
  form: FormData,
): Promise<FormState<AddressField>> {
  const { product, next } = readSignInContext(form);
  const read = readRequest(addressRequest, { email: textOf(form, "email") });
  if (!read.ok) return refusedForm(form, ["email"], read);
  const { email } = read.request;
  if (!(await mayAskForCode(email))) return refusedForm(form, ["email"], tooMany("codes-to-address"));
  const attempt = newAttempt(product, email);
  await writeAttempt(attempt);
  // Afterwards, so that the answer takes the same time whether or not anyone has the address.
  after(() => sendCodeOf(attempt));
  redirect(signInPath(product, { step: "code", next }));
}

async function mayAskForCode(email: string): Promise<boolean> {
  const fromHere = await limiter().allows("codes-from-client", await clientNetwork());
  return fromHere && (await limiter().allows("codes-to-address", email));
}

async function sendCodeOf(attempt: SignInAttempt): Promise<void> {
  const { product } = attempt;
  try {
    const { ok: known } = await sessionCommands().sendSignInCode(attempt);
    log.info({ product, known }, "a sign-in code was asked for");
  } catch (error) {
    log.error({ product, error }, "a sign-in code was not sent");
  }
}

/** Signs in whoever the code was sent to, or returns the form. */
export async function submitCode(
  _previous: FormState<CodeField>,
  form: FormData,
): Promise<FormState<CodeField>> {
  const { product, next } = readSignInContext(form);
  const attempt = await readAttempt(product);
  if (!attempt) redirect(signInPath(product, { next }));
  const outcome = await sessionCommands().redeemSignInCode({ attempt, code: textOf(form, "code") });
  if (!outcome.ok) return refusedForm(form, [], outcome);
  const [person, ...others] = outcome.people;
  if (others.length === 0) return await enter(person, next);
  await offerChoice([person, ...others]);
  redirect(signInPath(product, { step: "account", next }));
}

/** Signs in the chosen one of those whom the browser has proven to be. */
export async function chooseAccount(form: FormData): Promise<void> {
  const { product, next } = readSignInContext(form);
  const chosen = textOf(form, "person");
  const person = (await readChoice()).find((offered) => subjectOf(offered) === chosen);
  if (!person) redirect(signInPath(product, { next }));
  await enter(person, next);
}

async function enter(person: Person, next: SignInContext["next"]): Promise<never> {
  await endAttempt();
  await openSession(person);
  log.info({ person: subjectOf(person), role: person.role }, "a person signed in");
  redirect(next ?? startOf(person.role));
}

export async function signOut(form: FormData): Promise<void> {
  await closeSession();
  redirect(homeOf(readSignInContext(form).product));
}
