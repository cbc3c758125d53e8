import { v } from "convex/values";
import { withId } from "./outboxRows.ts";
import { serviceMutation } from "./service.ts";

const trace = v.object({ eventId: v.string(), functionId: v.string(), ended: v.boolean() });

/** Events that are looked for no more, or were erased with their person, get none. An end stays an end. */
export const write = serviceMutation({
  args: { traces: v.array(trace) },
  returns: v.null(),
  handler: async (context, { traces }) => {
    const seenAt = Date.now();
    for (const { eventId, functionId, ended } of traces) {
      const before = await context.db
        .query("eventTraces")
        .withIndex("byEvent", (index) => index.eq("eventId", eventId).eq("functionId", functionId))
        .unique();
      if (before) {
        if (ended && !before.ended) await context.db.patch(before._id, { ended, seenAt });
        continue;
      }
      const event = await withId(context, eventId);
      if (event && event.tracedAt === undefined)
        await context.db.insert("eventTraces", { eventId, functionId, ended, seenAt });
    }
    return null;
  },
});
