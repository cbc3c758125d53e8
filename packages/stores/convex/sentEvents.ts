import { v } from "convex/values";
import { newEvent, withId } from "./outboxRows.ts";
import { serviceMutation } from "./service.ts";

/** What functions send by themselves, as accepted events. An id that is in the outbox is not written again. */
export const keep = serviceMutation({
  args: { events: v.array(newEvent) },
  returns: v.null(),
  handler: async (context, { events }) => {
    const now = Date.now();
    for (const event of events) {
      if (await withId(context, event.id)) continue;
      const accepted = { stage: "accepted" as const, isAccepted: true, acceptedAt: now, lookFrom: now };
      // Nothing waits for it, so it stands in no order.
      await context.db.insert("outbox", {
        ...event,
        ...accepted,
        orderingKey: undefined,
        ...{ attempts: 0, resends: 0, createdAt: now },
      });
    }
    return null;
  },
});
