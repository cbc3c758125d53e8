import { v } from "convex/values";

export const reportedRefund = v.union(v.literal("pending"), v.literal("processed"), v.literal("failed"));
export const reportedDispute = v.union(
  v.literal("open"),
  v.literal("under-review"),
  v.literal("won"),
  v.literal("lost"),
  v.literal("closed"),
);
export const refund = v.object({
  refundId: v.string(),
  orderId: v.string(),
  amount: v.number(),
  status: reportedRefund,
});
export const dispute = v.object({
  disputeId: v.string(),
  orderId: v.string(),
  amount: v.number(),
  status: reportedDispute,
  answerBy: v.optional(v.string()),
});
/** `differences` is JSON text. */
export const reconciliation = v.object({
  day: v.string(),
  from: v.string(),
  to: v.string(),
  payments: v.number(),
  refunds: v.number(),
  differences: v.string(),
});
