"use server";

import { readRequest } from "@org/commands/request";
import { subjectOf } from "@org/commands/sessions/find-people";
import type { Person } from "@org/commands/sessions/person";
import type { CodeRequest } from "@org/commands/sessions/send-sign-in-code";
import { addressRequest, newAttempt, type SignInAttempt } from "@org/commands/sessions/sign-in-attempt";
import { isKnownBrowser, type SignInSource } from "@org/commands/sessions/sign-in-source";
import { type Language, sourceLanguage } from "@org/stores/mohallamart/words/languages";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { sessionCommands } from "../commands.ts";
import { textOf } from "../forms/form-data.ts";
import type { FormState } from "../forms/form-state.ts";
import { keepsEntries } from "../forms/keeps-entries.ts";
import { refusedForm } from "../forms/refused-form.ts";
import { tooMany } from "../http/limit.ts";
import { currentLanguage } from "../language/current-language.ts";
import { log } from "../log.ts";
import { mohallaMart, people, signInStores } from "../stores.ts";
import { limiter } from "../vendors.ts";
import { homeOf } from "./links.ts";
import { requestSource } from "./request-source.ts";
import { closeSession } from "./session-cookie.ts";
import { signInAs } from "./sign-in-as.ts";
import { offerChoice, readAttempt, readChoice, writeAttempt } from "./sign-in-cookies.ts";
import { type AddressField, type CodeField, readSignInContext, type SignInContext } from "./sign-in-form.ts";
import { signInPath } from "./sign-in-path.ts";

/** Sends a code to an address that someone signs in with, and says the same of every other address. */
export const requestCode = keepsEntries<FormState<AddressField>>(async (_previous, form) => {
  const { product, next } = readSignInContext(form);
  const read = readRequest(addressRequest, { email: textOf(form, "email") });
  if (!read.ok) return refusedForm(form, ["email"], read, await languageFor(product));
  const { email } = read.request;
  const attempt = newAttempt(product, email);
  const source = await requestSource();
  const exceeded = await exceededLimit(attempt, source);
  if (exceeded) return refusedForm(form, ["email"], tooMany(exceeded), await languageFor(product));
  await writeAttempt(attempt);
  // Afterwards, so that the answer takes the same time whether or not anyone has the address.
  const reader = await languageFor(product);
  after(() => sendCodeOf({ attempt, source, reader }));
  redirect(signInPath(product, { step: "code", next }));
});

/** A browser in which the owner has signed in before has a limit of its own, which nobody else uses up. */
async function exceededLimit(attempt: SignInAttempt, source: SignInSource) {
  const { network, browser } = source;
  const { email } = attempt;
  const { knownBrowsers } = signInStores();
  if (await isKnownBrowser({ people: people(), knownBrowsers }, attempt, browser)) {
    const own = await limiter().allows("codes-for-known-browser", `${browser} ${email}`);
    return own ? undefined : "codes-for-known-browser";
  }
  if (!(await limiter().allows("codes-from-client", network))) return "codes-from-client";
  return (await limiter().allows("codes-to-address", `${network} ${email}`)) ? undefined : "codes-to-address";
}

async function sendCodeOf(request: CodeRequest): Promise<void> {
  const { product } = request.attempt;
  try {
    const { ok: known } = await sessionCommands().sendSignInCode(request);
    log.info({ product, known }, "a sign-in code was asked for");
  } catch (error) {
    log.error({ product, error }, "a sign-in code was not sent");
  }
}

/** Signs in whoever the code was sent to, or returns the form. */
export const submitCode = keepsEntries<FormState<CodeField>>(async (_previous, form) => {
  const { product, next } = readSignInContext(form);
  const attempt = await readAttempt(product);
  if (!attempt) redirect(signInPath(product, { next }));
  const source = await requestSource();
  const outcome = await sessionCommands().redeemSignInCode({ attempt, source, code: textOf(form, "code") });
  if (!outcome.ok) {
    if (outcome.code === "wrong-code") after(() => warnOwner({ attempt, source }));
    return refusedForm(form, [], outcome, await languageFor(product));
  }
  const [person, ...others] = outcome.people;
  if (others.length === 0) return await enter(person, next);
  await offerChoice([person, ...others]);
  redirect(signInPath(product, { step: "account", next }));
});

/** Signs in the chosen one of those whom the browser has proven to be. */
export async function chooseAccount(form: FormData): Promise<void> {
  const { product, next } = readSignInContext(form);
  const chosen = textOf(form, "person");
  const person = (await readChoice()).find((offered) => subjectOf(offered) === chosen);
  if (!person) redirect(signInPath(product, { next }));
  await enter(person, next);
}

async function warnOwner(request: CodeRequest): Promise<void> {
  const { product } = request.attempt;
  try {
    const reader = await languageOfAddress(request.attempt);
    const { warned } = await sessionCommands().warnOfWrongCodes({ ...request, reader });
    log.info({ product, warned }, "a wrong sign-in code was entered");
  } catch (error) {
    log.error({ product, error }, "the owner of an address was not told of wrong sign-in codes");
  }
}

/** 10 Ocean's people read English. */
async function languageFor(product: SignInContext["product"]): Promise<Language> {
  return product === "mohallamart" ? currentLanguage() : sourceLanguage;
}

/** Whose codes are guessed at reads what they chose, not what the guesser's browser asks for. */
async function languageOfAddress({ product, email }: SignInAttempt): Promise<string | undefined> {
  if (product !== "mohallamart") return undefined;
  const { users, preferences } = mohallaMart();
  const account = await users.findByEmail(email);
  return account && (await preferences.get(account.userId))?.language;
}

async function enter(person: Person, next: SignInContext["next"]): Promise<never> {
  redirect(await signInAs(person, "code", next));
}

export async function signOut(form: FormData): Promise<void> {
  await closeSession();
  redirect(homeOf(readSignInContext(form).product));
}
