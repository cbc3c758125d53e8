import { defineTable } from "convex/server";
import { v } from "convex/values";

const optionalTime = v.optional(v.number());

/** Events on their way to the engine, and what was seen of them. */
export const outboxTables = {
  outbox: defineTable({
    id: v.string(),
    name: v.string(),
    orderingKey: v.optional(v.string()),
    userId: v.optional(v.string()),
    sessionId: v.optional(v.string()),
    payload: v.string(),
    /**
     * `fresh`: it has not failed on its own; `behind`: an earlier one of its key comes first; `claimed`: a relay is sending
     * it; `retry`: it failed, and waits.
     */
    stage: v.union(
      v.literal("fresh"),
      v.literal("behind"),
      v.literal("claimed"),
      v.literal("retry"),
      v.literal("accepted"),
    ),
    isAccepted: v.boolean(),
    acceptedAt: optionalTime,
    holder: v.optional(v.string()),
    /** Until when a relay has it, and when it may be tried again. */
    nextAt: optionalTime,
    attempts: v.number(),
    lastError: v.optional(v.string()),
    /** Since when it is known that the engine started nothing of it. */
    lostSince: optionalTime,
    resends: v.number(),
    /** What it started is looked at once the bound has passed since then; absent when nobody looks (any more). */
    lookFrom: optionalTime,
    tracedAt: optionalTime,
    createdAt: v.number(),
    /** Every id in its data: whom and what it tells of. */
    subjects: v.optional(v.array(v.string())),
  })
    .index("byId", ["id"])
    .index("byKey", ["orderingKey", "isAccepted"])
    .index("byStage", ["stage", "nextAt"])
    .index("byFailure", ["isAccepted", "attempts"])
    .index("byAcceptance", ["isAccepted", "acceptedAt"])
    .index("byLoss", ["isAccepted", "lostSince"])
    .index("byUser", ["userId", "isAccepted"])
    .index("byLook", ["lookFrom"])
    .index("bySession", ["sessionId"]),

  /** What accepted events were seen to start; gone as soon as all of an event's functions were seen to end. */
  eventTraces: defineTable({
    eventId: v.string(),
    functionId: v.string(),
    ended: v.boolean(),
    seenAt: v.number(),
  })
    .index("byEvent", ["eventId", "functionId"])
    .index("byTime", ["seenAt"]),
};
