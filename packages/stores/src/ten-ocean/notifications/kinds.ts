import type { Digest, NotificationKind } from "./port.ts";

/** Every kind of notification, in the order in which residents read them. */
export const notificationKinds = [
  "announcement",
  "community",
  "maintenance",
  "forum",
  "verification",
] as const satisfies readonly NotificationKind[];

export const digests = ["weekly", "daily", "off"] as const satisfies readonly Digest[];
