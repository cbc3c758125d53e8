import { sessionLifetime } from "@org/commands/sessions/open-session";
import type { Person } from "@org/commands/sessions/person";
import { cookies } from "next/headers";
import { sessionCommands } from "../commands.ts";
import { cookieOptions } from "../http/cookie-options.ts";
import { sessions } from "../stores.ts";

const cookieName = "session";
/** Seconds. */
const maxAge = sessionLifetime / 1_000;

/** What the browser's session was opened for, unless it has ended. */
export async function readSession(): Promise<string | undefined> {
  const token = (await cookies()).get(cookieName)?.value;
  const session = token === undefined ? undefined : await sessions().use(token);
  return session?.userId;
}

/** Signs a person in, in place of whoever was. Only in a server action or a route handler. */
export async function openSession(person: Person): Promise<void> {
  await closeSession();
  const { token } = await sessionCommands().openSession(person);
  (await cookies()).set(cookieName, token, cookieOptions(maxAge));
}

/** Only in a server action or a route handler. */
export async function closeSession(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(cookieName)?.value;
  if (token === undefined) return;
  await sessionCommands().closeSession({ token });
  jar.delete(cookieName);
}
