import { randomBytes } from "node:crypto";
import * as z from "zod";

/** What a link to a mailbox carries: 256 bits of base64url, which nobody can guess. */
export function newLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

/** One of them, as a link brings it back. */
export const linkTokenField = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
