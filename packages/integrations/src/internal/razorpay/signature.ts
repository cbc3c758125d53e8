import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether `signature` is the HMAC-SHA256 of `text` in hexadecimal; takes the same time for any wrong one. */
export function isSignatureOf(text: string, signature: string, secret: string): boolean {
  const expected = createHmac("sha256", secret).update(text).digest();
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
