import { defineTable } from "convex/server";
import { v } from "convex/values";
import { channel, delivery, reportedState } from "./deliveryShapes.ts";

/** What became of messages. */
export const deliveryTables = {
  deliveries: defineTable({
    ...delivery.fields,
    recordedAt: v.number(),
    /** Since when its outcome is unknown. */
    doubtSince: v.optional(v.number()),
    runId: v.optional(v.string()),
    /** How often the vendor was asked for it since. */
    asked: v.number(),
    /** When operations heard of it. */
    toldAt: v.optional(v.number()),
  })
    .index("byKey", ["key"])
    .index("byMessage", ["messageId"])
    .index("bySubject", ["subject", "recordedAt", "key"])
    .index("byDoubt", ["status", "doubtSince"])
    .index("byAge", ["status", "recordedAt"])
    .index("byRun", ["runId"]),

  /** Runs that sent what nobody knows the outcome of, for as long as nobody does; `events` is JSON text. */
  runsInDoubt: defineTable({
    runId: v.string(),
    app: v.string(),
    workflow: v.string(),
    events: v.string(),
  }).index("byRun", ["runId"]),

  /** What vendors said; a report may come before its delivery is recorded. */
  deliveryReports: defineTable({
    messageId: v.string(),
    channel,
    state: reportedState,
    at: v.number(),
    receivedAt: v.number(),
  })
    .index("byMessage", ["messageId", "channel"])
    .index("byAge", ["receivedAt"]),

  /** Addresses that get nothing more over a channel, as hashes: the table is no list of addresses. */
  suppressions: defineTable({
    channel,
    addressHash: v.string(),
    reason: reportedState,
    since: v.number(),
  }).index("byAddress", ["channel", "addressHash"]),
};
