"use server";

import type { Product } from "@org/commands/sessions/person";
import { redirect } from "next/navigation";
import { sessionCommands } from "../../commands.ts";
import { textOf } from "../../forms/form-data.ts";
import { clientNetwork } from "../../http/client-network.ts";
import { tooMany } from "../../http/limit.ts";
import { limiter } from "../../vendors.ts";
import { requireSignedIn } from "../current-person.ts";
import { safeNextPath } from "../next-path.ts";
import type { SecurityOutcome } from "../security/outcome-words.ts";
import { securityPath } from "../security/security-form.ts";
import { signInAs } from "../sign-in-as.ts";
import { readSignInContext } from "../sign-in-form.ts";
import { currentSession } from "./current-session.ts";
import { readPasskeyToken, writePasskeyToken } from "./passkey-cookie.ts";

/** What a script is told that did not get what it asked for: a sentence for the person. */
interface Refused {
  ok: false;
  message: string;
}

/** @returns what the browser is to make. */
export async function askForPasskey(of: Product) {
  const product = productNamed(of);
  const { person, provenBy } = await requireSignedIn(product);
  const signedInAt = (await currentSession(person))?.openedAt ?? "";
  const begun = await sessionCommands().beginPasskey({ person, signedInAt, provenBy });
  if (!begun.ok) return refused(begun.message);
  await writePasskeyToken(begun.token);
  return { ok: true, options: begun.options } as const;
}

/** Keeps what the browser has made. @returns the page that says so. */
export async function keepPasskey(of: Product, name: string, response: unknown) {
  const product = productNamed(of);
  const { person } = await requireSignedIn(product);
  const token = await readPasskeyToken();
  const outcome = await sessionCommands().addPasskey({ person, token, name, response });
  if (!outcome.ok) return refused(outcome.fields?.name ?? outcome.message);
  return { ok: true, path: securityPath(product, "added") } as const;
}

/** @returns what the browser is to sign, for whoever wants to sign in. */
export async function askToUsePasskey() {
  if (!(await limiter().allows("passkey-sign-ins", await clientNetwork())))
    return refused(tooMany("passkey-sign-ins"));
  const begun = await sessionCommands().beginPasskeySignIn();
  if (!begun.ok) return refused(begun.message);
  await writePasskeyToken(begun.token);
  return { ok: true, options: begun.options } as const;
}

/** Signs in whose passkey it is. @param next where they want to go. @returns the page to go on to. */
export async function signInWithPasskey(next: string | undefined, response: unknown) {
  const outcome = await sessionCommands().redeemPasskey({ token: await readPasskeyToken(), response });
  if (!outcome.ok) return refused(outcome.message);
  const after = typeof next === "string" ? safeNextPath(next) : undefined;
  const path = await signInAs(outcome.person, "passkey", after);
  return { ok: true, path } as const;
}

export async function renamePasskey(form: FormData): Promise<void> {
  const { product } = readSignInContext(form);
  const { person } = await requireSignedIn(product);
  const entries = { credentialId: textOf(form, "credentialId"), name: textOf(form, "name") };
  const outcome = await sessionCommands().renamePasskey({ person, ...entries });
  const refusal: SecurityOutcome = !outcome.ok && outcome.code === "invalid" ? "name-refused" : "gone-before";
  redirect(securityPath(product, outcome.ok ? "renamed" : refusal));
}

export async function removePasskey(form: FormData): Promise<void> {
  const { product } = readSignInContext(form);
  const { person, provenBy } = await requireSignedIn(product);
  const credentialId = textOf(form, "credentialId");
  const outcome = await sessionCommands().removePasskey({ person, provenBy, credentialId });
  const refusal = !outcome.ok && outcome.code === "passkey-first" ? "passkey-needed" : "gone-before";
  redirect(securityPath(product, outcome.ok ? "removed" : refusal));
}

/** Whoever sends a request chooses what is in it, whatever its type says. */
function productNamed(product: unknown): Product {
  return product === "ten-ocean" ? "ten-ocean" : "mohallamart";
}

function refused(message: string): Refused {
  return { ok: false, message };
}
