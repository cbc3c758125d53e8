import { SignJWT } from "jose";
import { privateKeyFrom } from "./identity-key.ts";

/** Seconds; every page that is opened brings a new one. */
export const tokenLifetime = 60 * 60;

export interface IdentityTokenOptions {
  appId: string;
  /** As `ONESIGNAL_IDENTITY_KEY` holds it. */
  key: string;
  /** By what the vendor knows who is signed in. */
  pushId: string;
  now?: Date;
}

/**
 * What proves to OneSignal that a browser is a person's (documentation.onesignal.com/docs/identity-verification): without it,
 * whoever knows an id could subscribe a device to what its person is told.
 */
export function identityToken({
  appId,
  key,
  pushId,
  now = new Date(),
}: IdentityTokenOptions): Promise<string> {
  return new SignJWT({ identity: { external_id: pushId } })
    .setProtectedHeader({ alg: "ES256", typ: "JWT" })
    .setIssuer(appId)
    .setExpirationTime(Math.floor(now.getTime() / 1_000) + tokenLifetime)
    .sign(privateKeyFrom(key));
}
