import { v } from "convex/values";

export const channel = v.union(v.literal("email"), v.literal("sms"), v.literal("push"));
export const status = v.union(v.literal("sent"), v.literal("failed"), v.literal("unknown"));
export const reportedState = v.union(
  v.literal("delivered"),
  v.literal("bounced"),
  v.literal("complained"),
  v.literal("undelivered"),
  v.literal("opted-out"),
);

/** The outcome of one message. */
export const delivery = v.object({
  key: v.string(),
  subject: v.string(),
  workflow: v.string(),
  recipient: v.union(
    v.literal("customer"),
    v.literal("shopkeeper"),
    v.literal("admin"),
    v.literal("resident"),
  ),
  channel,
  status,
  messageId: v.optional(v.string()),
  reason: v.optional(v.string()),
});

export const recorded = v.object({
  ...delivery.fields,
  recordedAt: v.string(),
  report: v.optional(v.object({ state: reportedState, at: v.string() })),
});
