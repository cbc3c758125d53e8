import { createHash } from "node:crypto";

/** Of `Asha Rao <Asha@Example.com>` what stands for the mailbox, however it was written. */
export function hashOf(address: string): string {
  const bare = /<([^>]+)>\s*$/.exec(address)?.[1] ?? address;
  return createHash("sha256").update(bare.trim().toLowerCase()).digest("hex");
}
