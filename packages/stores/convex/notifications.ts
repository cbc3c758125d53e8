import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { requireUser } from "./peopleRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";
import { isoOf } from "./times.ts";

/** `data` is JSON text. */
const text = {
  notificationId: v.string(),
  userId: v.string(),
  type: v.string(),
  title: v.string(),
  body: v.string(),
  data: v.optional(v.string()),
};
const notification = v.object({ ...text, createdAt: v.string(), readAt: v.optional(v.string()) });

export const add = serviceMutation({
  args: text,
  returns: v.boolean(),
  handler: async (context, given) => {
    await requireUser(context, given.userId);
    if (await withId(context, given.notificationId)) return false;
    await context.db.insert("notifications", { ...given, createdAt: Date.now(), isRead: false });
    return true;
  },
});

export const get = serviceQuery({
  args: { notificationId: v.string() },
  returns: v.union(v.null(), notification),
  handler: async (context, { notificationId }) => {
    const found = await withId(context, notificationId);
    return found && notificationFrom(found);
  },
});

export const list = serviceQuery({
  args: { userId: v.string(), unreadOnly: v.boolean(), limit: v.number() },
  returns: v.array(notification),
  handler: async (context, { userId, unreadOnly, limit }) => {
    const table = context.db.query("notifications");
    const theirs = unreadOnly
      ? table.withIndex("byReading", (index) => index.eq("userId", userId).eq("isRead", false))
      : table.withIndex("byUser", (index) => index.eq("userId", userId));
    return (await theirs.order("desc").take(limit)).map(notificationFrom);
  },
});

export const markRead = serviceMutation({
  args: { userId: v.string(), notificationId: v.string() },
  returns: v.boolean(),
  handler: async (context, { userId, notificationId }) => {
    const found = await withId(context, notificationId);
    if (found?.userId !== userId || found.isRead) return false;
    await context.db.patch(found._id, { isRead: true, readAt: Date.now() });
    return true;
  },
});

const withId = (context: QueryCtx, notificationId: string) =>
  context.db
    .query("notifications")
    .withIndex("byNotification", (index) => index.eq("notificationId", notificationId))
    .unique();

function notificationFrom(row: Doc<"notifications">) {
  const { notificationId, userId, type, title, body, data, createdAt, readAt } = row;
  const read = readAt === undefined ? {} : { readAt: isoOf(readAt) };
  return { notificationId, userId, type, title, body, data, createdAt: isoOf(createdAt), ...read };
}
