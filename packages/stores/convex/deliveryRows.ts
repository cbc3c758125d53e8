import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { isoOf } from "./times.ts";

export const withKey = (context: QueryCtx, key: string) =>
  context.db
    .query("deliveries")
    .withIndex("byKey", (index) => index.eq("key", key))
    .unique();

/** Two at most: a second one says that the id is of a push to many. */
export const ofMessage = (context: QueryCtx, messageId: string) =>
  context.db
    .query("deliveries")
    .withIndex("byMessage", (index) => index.eq("messageId", messageId))
    .take(2);

/** With what its vendor reported; of one notification to many nothing, for it may be another's. */
export async function recordedFrom(context: QueryCtx, row: Doc<"deliveries">) {
  const { key, subject, workflow, recipient, status, messageId, reason } = row;
  const known = { key, subject, workflow, recipient, channel: row.channel, status, messageId, reason };
  const report = await reportOf(context, row);
  return {
    ...known,
    recordedAt: isoOf(row.recordedAt),
    ...(report && { report: { state: report.state, at: isoOf(report.at) } }),
  };
}

async function reportOf(context: QueryCtx, { messageId, channel }: Doc<"deliveries">) {
  if (messageId === undefined) return null;
  const isShared = channel === "push" && (await ofMessage(context, messageId)).length > 1;
  if (isShared) return null;
  return await context.db
    .query("deliveryReports")
    .withIndex("byMessage", (index) => index.eq("messageId", messageId).eq("channel", channel))
    .unique();
}
