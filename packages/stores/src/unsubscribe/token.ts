import { randomBytes } from "node:crypto";

/** Crockford's: without letters that are taken for others when somebody types a link. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 26;

/** 130 random bits. */
export function newToken(): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join("");
}
