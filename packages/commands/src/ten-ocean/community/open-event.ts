import type { CommunityEventChange } from "@org/stores/ten-ocean/port";
import { Refused } from "../../refusal.ts";

/** The codes of what `checkOpen` throws. */
export const openCodes = ["begun", "cancelled"] as const;

/** @throws Refused for an event that was called off or has begun: it stays as it is. */
export function checkOpen({ before, after }: CommunityEventChange): void {
  if (before.status === "cancelled") {
    const message = "This event was called off and stays as it is. Plan a new one instead.";
    throw new Refused({ ok: false, code: "cancelled", message });
  }
  // The change's own time is the store's clock.
  if (before.startsAt <= after.updatedAt) {
    const message = "This event has begun. It can no longer be changed or called off.";
    throw new Refused({ ok: false, code: "begun", message });
  }
}
