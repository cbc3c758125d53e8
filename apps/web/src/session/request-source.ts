import type { SignInSource } from "@org/commands/sessions/sign-in-source";
import type { SessionPlace } from "@org/stores/sessions/port";
import { cookies, headers } from "next/headers";
import { clientNetwork } from "../http/client-network.ts";
import { cookieOptions } from "../http/cookie-options.ts";
import { ownCookie } from "../http/own-cookie.ts";
import { placeOf } from "./place.ts";

/** In which browsers somebody has signed in before is kept for as long as a browser is known. */
const maxAge = 180 * 24 * 60 * 60;
const knownBrowser = () => ownCookie("known-browser");

/** Where the current request comes from, in words. */
export async function requestPlace(): Promise<SessionPlace> {
  return placeOf((await headers()).get("user-agent"), await clientNetwork());
}

/** The same as limits count it, with the browser's token if people have signed in with it. */
export async function requestSource(): Promise<SignInSource> {
  const browser = (await cookies()).get(knownBrowser())?.value;
  return { network: await clientNetwork(), ...(browser === undefined ? {} : { browser }) };
}

/** Only in a server action or a route handler. */
export async function rememberBrowser(token: string): Promise<void> {
  (await cookies()).set(knownBrowser(), token, cookieOptions(maxAge));
}
