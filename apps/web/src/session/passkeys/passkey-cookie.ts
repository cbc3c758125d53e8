import { challengeLifetime } from "@org/commands/sessions/passkeys/relying-party";
import { cookies } from "next/headers";
import { cookieOptions } from "../../http/cookie-options.ts";
import { ownCookie } from "../../http/own-cookie.ts";

const cookieName = () => ownCookie("passkey");

/** Remembers which browser was asked to make or use a passkey. */
export async function writePasskeyToken(token: string): Promise<void> {
  (await cookies()).set(cookieName(), token, cookieOptions(challengeLifetime / 1_000));
}

/** That browser's secret; empty when it was asked nothing. */
export async function readPasskeyToken(): Promise<string> {
  return (await cookies()).get(cookieName())?.value ?? "";
}
