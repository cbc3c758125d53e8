import { createHash, randomBytes } from "node:crypto";

/** A secret for a browser: 43 characters, safe in a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret: SHA-256, hexadecimal. Enough for random ones, which nobody finds by trying. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
