import { v } from "convex/values";
import type { QueryCtx } from "./_generated/server.js";
import { serviceMutation, serviceQuery } from "./service.ts";

const halfAYear = 180 * 86_400_000;

export const remember = serviceMutation({
  args: { userId: v.string(), freshHash: v.string(), tokenHash: v.optional(v.string()) },
  returns: v.null(),
  handler: async (context, { userId, freshHash, tokenHash }) => {
    const now = Date.now();
    const unused = await context.db
      .query("knownBrowsers")
      .withIndex("byUse", (index) => index.lt("lastUsedAt", now - halfAYear))
      .take(100);
    for (const { _id } of unused) await context.db.delete(_id);
    const known = tokenHash === undefined ? [] : await withToken(context, tokenHash);
    for (const { _id, ...row } of known)
      await context.db.patch(_id, {
        tokenHash: freshHash,
        ...(row.userId === userId && { lastUsedAt: now }),
      });
    if (!known.some((row) => row.userId === userId))
      await context.db.insert("knownBrowsers", { tokenHash: freshHash, userId, lastUsedAt: now });
    return null;
  },
});

export const usersOf = serviceQuery({
  args: { tokenHash: v.string() },
  returns: v.array(v.string()),
  handler: async (context, { tokenHash }) => {
    const known = await withToken(context, tokenHash);
    return known.filter(({ lastUsedAt }) => lastUsedAt > Date.now() - halfAYear).map(({ userId }) => userId);
  },
});

/** In the order of their users' ids. More people than that sign in with no browser. */
const withToken = (context: QueryCtx, tokenHash: string) =>
  context.db
    .query("knownBrowsers")
    .withIndex("byToken", (index) => index.eq("tokenHash", tokenHash))
    .take(1_000);
