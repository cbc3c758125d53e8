import { headers } from "next/headers";

/** Where the current request reached this app: `https://mohallamart.example`. */
export async function ownOrigin(): Promise<string> {
  const given = await headers();
  const host = given.get("x-forwarded-host") ?? given.get("host");
  return `${given.get("x-forwarded-proto") ?? "http"}://${host}`;
}
