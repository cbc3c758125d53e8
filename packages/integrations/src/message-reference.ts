import { createHash } from "node:crypto";

/** Names a message's key to a vendor that takes letters and digits only, and tells it nothing about it. */
export function referenceOf(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}
