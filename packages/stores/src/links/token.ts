import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export interface LinkSecrets {
  /** At least 32 characters. */
  current: string;
  /** The one before, whose links stay good until it is taken away. */
  previous?: string | undefined;
}

/** What a token is for, so that one never passes for another. */
export type Purpose = "order-link" | "order-form" | "application-link" | "registration-link";

/** 128 bits, as 22 characters of base64url. */
function derive(secret: string, purpose: Purpose, parts: readonly (string | number)[]): string {
  const text = JSON.stringify([purpose, ...parts]);
  return createHmac("sha256", secret).update(text).digest().subarray(0, 16).toString("base64url");
}

export function tokenOf(
  { current }: LinkSecrets,
  purpose: Purpose,
  ...parts: readonly (string | number)[]
): string {
  return derive(current, purpose, parts);
}

/** Whether a token was made with one of the secrets. Both are tried, in constant time. */
export function isTokenOf(
  { current, previous }: LinkSecrets,
  token: string,
  purpose: Purpose,
  ...parts: readonly (string | number)[]
): boolean {
  const secrets = previous === undefined ? [current] : [current, previous];
  return secrets.map((secret) => isSame(token, derive(secret, purpose, parts))).includes(true);
}

export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Hashed first, so that the lengths are alike and neither they nor a common beginning can be measured. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(given), "hex"), Buffer.from(hashOf(expected), "hex"));
}
