"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { fieldErrors } from "../forms/field-errors.ts";
import { textOf } from "../forms/form-data.ts";
import { type FormState, refusedForm } from "../forms/form-state.ts";
import { clientNetwork } from "../http/client-network.ts";
import { tooMany } from "../http/limit.ts";
import { log } from "../log.ts";
import { people, signInCodes } from "../stores.ts";
import { emailOf, limiter } from "../vendors.ts";
import { subjectOf } from "./find-people.ts";
import { homeOf, startOf } from "./links.ts";
import type { Person } from "./person.ts";
import { closeSession, openSession } from "./session-cookie.ts";
import { newAttempt, redeemCode, type SignInAttempt, sendCode } from "./sign-in-code.ts";
import { endAttempt, offerChoice, readAttempt, readChoice, writeAttempt } from "./sign-in-cookies.ts";
import {
  type AddressField,
  addressForm,
  type CodeField,
  readSignInContext,
  type SignInContext,
} from "./sign-in-form.ts";
import { signInPath } from "./sign-in-path.ts";

/** Sends a code to an address that someone signs in with, and says the same of every other address. */
export async function requestCode(
  _previous: FormState<AddressField>,
  form: FormData,
): Promise<FormState<AddressField>> {
  const { product, next } = readSignInContext(form);
  const { data, error } = addressForm.safeParse({ email: textOf(form, "email") });
  if (error) return refusedForm(form, ["email"], { errors: fieldErrors(error, ["email"]) });
  if (!(await mayAskForCode(data.email))) {
    return refusedForm(form, ["email"], { errors: {}, message: tooMany("codes-to-address") });
  }
  const attempt = newAttempt(product, data.email);
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
    const known = await sendCode(
      { people: people(), codes: signInCodes(), email: emailOf(product) },
      attempt,
    );
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
  const code = textOf(form, "code").replace(/\s/g, "");
  const [person, ...others] = await redeemCode({ people: people(), codes: signInCodes() }, attempt, code);
  if (!person) {
    const message =
      "This code is not right, or no longer good. Look at the latest email, or ask for a new code.";
    return { values: {}, refusal: { errors: {}, message } };
  }
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
