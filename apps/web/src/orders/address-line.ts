import type { PostalAddress } from "@org/stores/mohallamart/port";

/** An address in one line: `Flat 4B, Rose Apartments, 12th Main, opposite the school, 560038`. */
export function addressLine({ line1, line2, landmark, pinCode }: PostalAddress): string {
  return [line1, line2, landmark, pinCode].filter((part) => part !== undefined).join(", ");
}
