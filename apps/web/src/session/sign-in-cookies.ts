import { offeredPeople } from "@org/commands/sessions/offer-people";
import type { Person, Product } from "@org/commands/sessions/person";
import { codeLifetime, type SignInAttempt } from "@org/commands/sessions/sign-in-attempt";
import { cookies } from "next/headers";
import * as z from "zod";
import { sessionCommands } from "../commands.ts";
import { cookieOptions } from "../http/cookie-options.ts";
import { ownCookie } from "../http/own-cookie.ts";
import { people, sessions } from "../stores.ts";

const attemptCookie = () => ownCookie("sign-in");
const choiceCookie = () => ownCookie("sign-in-choice");
const maxAge = codeLifetime / 1_000;

const attemptSchema = z.object({
  product: z.enum(["mohallamart", "ten-ocean"]),
  email: z.string(),
  browser: z.string(),
});

/** The attempt that this browser has begun at a product. */
export async function readAttempt(product: Product): Promise<SignInAttempt | undefined> {
  const text = (await cookies()).get(attemptCookie())?.value ?? "";
  const { data } = attemptSchema.safeParse(parseJson(text));
  return data?.product === product ? data : undefined;
}

export async function writeAttempt(attempt: SignInAttempt): Promise<void> {
  (await cookies()).set(attemptCookie(), JSON.stringify(attempt), cookieOptions(maxAge));
}

export async function endAttempt(): Promise<void> {
  const jar = await cookies();
  jar.set(attemptCookie(), "", cookieOptions(0));
  const token = jar.get(choiceCookie())?.value;
  if (token === undefined) return;
  await sessionCommands().closeSession({ token });
  jar.set(choiceCookie(), "", cookieOptions(0));
}

/** Remembers that a browser has proven to be several people, so that it can choose one of them. */
export async function offerChoice(from: readonly Person[]): Promise<void> {
  const { token } = await sessionCommands().offerPeople({ people: from });
  (await cookies()).set(choiceCookie(), token, cookieOptions(maxAge));
}

/** Those whom the browser may choose from. */
export async function readChoice(): Promise<Person[]> {
  const token = (await cookies()).get(choiceCookie())?.value;
  return token === undefined ? [] : offeredPeople({ sessions: sessions(), people: people() }, token);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
