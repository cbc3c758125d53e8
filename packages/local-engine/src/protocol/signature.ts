import { createHash, createHmac } from "node:crypto";
import canonicalize from "canonicalize";

/** The value of `x-inngest-signature` for a JSON body at a time (milliseconds since the epoch). */
export function signBody(body: string, signingKey: string, now: number): string {
  const timestamp = Math.round(now / 1_000).toString();
  const canonical = canonicalize(JSON.parse(body)) ?? "";
  const key = signingKey.replace(/^signkey-\w+-/, "");
  return `t=${timestamp}&s=${createHmac("sha256", key)
    .update(canonical + timestamp)
    .digest("hex")}`;
}

/** The bearer token with which an SDK that has the key calls the engine's API. */
export function hashSigningKey(signingKey: string): string {
  const prefix = /^signkey-\w+-/.exec(signingKey)?.[0] ?? "";
  const key = signingKey.slice(prefix.length);
  return `${prefix}${createHash("sha256").update(Buffer.from(key, "hex")).digest("hex")}`;
}
