import { sessionLifetime } from "@org/commands/sessions/open-session";
import type { Person } from "@org/commands/sessions/person";
import type { Proof, Session } from "@org/stores/sessions/port";
import { cookies } from "next/headers";
import { sessionCommands } from "../commands.ts";
import { cookieOptions } from "../http/cookie-options.ts";
import { ownCookie } from "../http/own-cookie.ts";
import { sessions } from "../stores.ts";
import { rememberBrowser, requestPlace, requestSource } from "./request-source.ts";

const cookieName = () => ownCookie("session");
/** Seconds. */
const maxAge = sessionLifetime / 1_000;

type Jar = Awaited<ReturnType<typeof cookies>>;

/** The secret of the browser's session. */
export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(cookieName())?.value;
}

/** The browser's session, unless it has ended. */
export async function readSession(): Promise<Session | undefined> {
  const token = await sessionToken();
  return token === undefined ? undefined : sessions().use(token, await requestPlace());
}

/** `readSession` for later: also when the request that had the cookie is over. */
export async function sessionReader(): Promise<() => Promise<Session | undefined>> {
  const [token, place] = await Promise.all([sessionToken(), requestPlace()]);
  return async () => (token === undefined ? undefined : sessions().use(token, place));
}

/** Signs a person in, in place of whoever was. Only in a server action or a route handler. */
export async function openSession(person: Person, provenBy: Proof): Promise<void> {
  await closeSession();
  const { browser } = await requestSource();
  const opened = await sessionCommands().openSession({
    person,
    provenBy,
    place: await requestPlace(),
    browser,
  });
  (await cookies()).set(cookieName(), opened.token, cookieOptions(maxAge));
  await rememberBrowser(opened.browser);
}

/**
 * Gives the browser's session a new secret, where cookies can be set: in a server action or a route handler.
 * - `renewed`: the person stays signed in
 * - `ended`: the old secret is good no more
 * - `not-here`: nothing was changed, a page cannot set cookies
 */
export async function renewSession(person: Person): Promise<"renewed" | "ended" | "not-here"> {
  const jar = await cookies();
  const token = jar.get(cookieName())?.value;
  if (token === undefined) return "ended";
  if (!canSet(jar, token)) return "not-here";
  const renewed = await sessionCommands().renewSession({ token, person });
  if (!renewed.ok) return "ended";
  jar.set(cookieName(), renewed.token, cookieOptions(maxAge));
  return "renewed";
}

/** Asked before anything changes: Next has no other way to tell than to set one, which throws in a page. */
function canSet(jar: Jar, token: string): boolean {
  try {
    jar.set(cookieName(), token, cookieOptions(maxAge));
    return true;
  } catch {
    return false;
  }
}

/** Only in a server action or a route handler. */
export async function closeSession(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(cookieName())?.value;
  if (token === undefined) return;
  await sessionCommands().closeSession({ token });
  // A name with the prefix is only taken, and so only removed, with the attributes that it stands for.
  jar.set(cookieName(), "", cookieOptions(0));
}
