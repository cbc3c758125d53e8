import { cookies } from "next/headers";
import { cookieOptions } from "../http/cookie-options.ts";
import { sessions } from "../stores.ts";
import { subjectOf } from "./find-people.ts";
import type { Person } from "./person.ts";

const cookieName = "session";
/** Seconds. */
const maxAge = 30 * 24 * 60 * 60;

/** What the browser's session was opened for, unless it has ended. */
export async function readSession(): Promise<string | undefined> {
  const token = (await cookies()).get(cookieName)?.value;
  const session = token === undefined ? undefined : await sessions().use(token);
  return session?.userId;
}

/** Signs a person in, in place of whoever was. Only in a server action or a route handler. */
export async function openSession(person: Person): Promise<void> {
  await closeSession();
  const expiresAt = new Date(Date.now() + maxAge * 1_000).toISOString();
  const token = await sessions().open(subjectOf(person), expiresAt);
  (await cookies()).set(cookieName, token, await cookieOptions(maxAge));
}

/** Only in a server action or a route handler. */
export async function closeSession(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(cookieName)?.value;
  if (token === undefined) return;
  await sessions().close(token);
  jar.delete(cookieName);
}
