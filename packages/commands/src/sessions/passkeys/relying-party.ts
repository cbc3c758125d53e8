import { isIP } from "node:net";

/** For whom passkeys are made: browsers offer them at this origin and nowhere else. */
export interface RelyingParty {
  /** The host's name. */
  id: string;
  origin: string;
}

/**
 * The web app as browsers know it.
 * @param webUrl where people reach it, without a path
 * @returns undefined where browsers have no passkeys: over http, but on one's own machine, and at an address without a name.
 */
export function relyingPartyOf(webUrl: string): RelyingParty | undefined {
  const { hostname, origin, protocol } = new URL(webUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) return undefined;
  const isOwnMachine = hostname === "localhost" || hostname.endsWith(".localhost");
  return protocol === "https:" || isOwnMachine ? { id: hostname, origin } : undefined;
}

/** What every command about passkeys needs. */
export interface RelyingPartyPort {
  /** Undefined where browsers have no passkeys. */
  relyingParty: RelyingParty | undefined;
}

export const noPasskeys = {
  ok: false,
  code: "no-passkeys",
  message: "Passkeys cannot be used at this address. Sign in with a code.",
} as const;

/** Milliseconds in which a passkey has to be used once its use has begun. */
export const challengeLifetime = 5 * 60_000;

export function challengeExpiry(): string {
  return new Date(Date.now() + challengeLifetime).toISOString();
}
