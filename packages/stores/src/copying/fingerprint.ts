import { createHash } from "node:crypto";

/** Tells addresses apart without showing them. */
export function fingerprintOf(address: string): string {
  const { host, pathname } = new URL(address);
  return createHash("sha256").update(`${host}${pathname}`).digest("hex").slice(0, 16);
}
