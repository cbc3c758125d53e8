import { defineTable } from "convex/server";
import { v } from "convex/values";

export const counts = v.object({
  pageViews: v.number(),
  searches: v.number(),
  searchConversions: v.number(),
  cartsFilled: v.number(),
  checkoutsStarted: v.number(),
  orders: v.number(),
  revenuePaise: v.number(),
  ordersCancelled: v.number(),
  cancelledPaise: v.number(),
});

/** Of the visits that began in a bucket. */
export const visits = v.object({
  visits: v.number(),
  milliseconds: v.number(),
  filledCart: v.number(),
  startedCheckout: v.number(),
  ordered: v.number(),
  abandoned: v.number(),
});

/** What visitors did, and what reports read of it: sums are kept, since nothing is added up by a query. */
export const analyticsTables = {
  /** `properties` is JSON text. */
  analyticsEvents: defineTable({
    eventId: v.string(),
    event: v.string(),
    userId: v.optional(v.string()),
    sessionId: v.optional(v.string()),
    properties: v.string(),
    at: v.number(),
  })
    .index("byEvent", ["eventId"])
    .index("byUser", ["userId"])
    .index("bySession", ["sessionId"])
    .index("byTime", ["at"]),

  analyticsBuckets: defineTable({
    bucket: v.union(v.literal("hour"), v.literal("day")),
    start: v.number(),
    counts,
    visits,
  }).index("byStart", ["bucket", "start"]),

  analyticsSessions: defineTable({
    sessionId: v.string(),
    userId: v.optional(v.string()),
    firstAt: v.number(),
    lastAt: v.number(),
    filledCart: v.boolean(),
    startedCheckout: v.boolean(),
    ordered: v.boolean(),
  })
    .index("bySession", ["sessionId"])
    .index("byUser", ["userId"]),

  analyticsUsers: defineTable({
    userId: v.string(),
    counts,
    sessions: v.number(),
    firstAt: v.number(),
    lastAt: v.number(),
  }).index("byUser", ["userId"]),
};
