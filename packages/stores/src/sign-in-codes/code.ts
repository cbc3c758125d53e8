import { createHmac, randomInt } from "node:crypto";

/** So many decimal digits, at random. */
export function digits(count: number): string {
  return String(randomInt(10 ** count)).padStart(count, "0");
}

/** What is kept of a code: HMAC-SHA256 with the salt as its key, hexadecimal. */
export function codeHash(code: string, salt: string): string {
  return createHmac("sha256", salt).update(code).digest("hex");
}
