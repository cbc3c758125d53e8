import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import { serviceMutation, serviceQuery } from "./service.ts";

const place = v.object({ browser: v.string(), network: v.string() });
const provenBy = v.optional(v.union(v.literal("code"), v.literal("passkey")));
/** What one call ends at most; the adapter calls again. */
const atOnce = 500;

export const open = serviceMutation({
  args: {
    tokenHash: v.string(),
    userId: v.string(),
    expiresAt: v.number(),
    standing: v.optional(v.string()),
    idleSeconds: v.optional(v.number()),
    provenBy,
    place: v.optional(place),
  },
  returns: v.null(),
  handler: async (context, session) => {
    const now = Date.now();
    await context.db.insert("sessions", { ...session, openedAt: now, lastUsedAt: now });
    return null;
  },
});

export const use = serviceMutation({
  args: { tokenHash: v.string(), place: v.optional(place) },
  returns: v.union(
    v.null(),
    v.object({ userId: v.string(), expiresAt: v.number(), standing: v.optional(v.string()), provenBy }),
  ),
  handler: async (context, { tokenHash, place }) => {
    const session = await openSession(context, tokenHash);
    if (!session) return null;
    await context.db.patch(session._id, { lastUsedAt: Date.now(), ...(place && { place }) });
    const { userId, expiresAt, standing, provenBy } = session;
    return { userId, expiresAt, standing, provenBy };
  },
});

export const replace = serviceMutation({
  args: { tokenHash: v.string(), freshHash: v.string(), standing: v.string(), idleSeconds: v.number() },
  returns: v.boolean(),
  handler: async (context, { tokenHash, freshHash, standing, idleSeconds }) => {
    const session = await openSession(context, tokenHash);
    if (session) await context.db.patch(session._id, { tokenHash: freshHash, standing, idleSeconds });
    return session !== null;
  },
});

/** Without its token's hash, which opens nothing but is nobody's to see. */
export const list = serviceQuery({
  args: { userId: v.string(), tokenHash: v.string() },
  returns: v.array(
    v.object({
      sessionId: v.string(),
      openedAt: v.number(),
      lastUsedAt: v.number(),
      place: v.optional(place),
      current: v.boolean(),
    }),
  ),
  handler: async (context, { userId, tokenHash }) => {
    const theirs = await ofUser(context, userId).order("desc").take(atOnce);
    return theirs.filter(isOpen).map(({ _id, openedAt, lastUsedAt, place, ...session }) => ({
      sessionId: _id,
      openedAt,
      lastUsedAt,
      place,
      current: session.tokenHash === tokenHash,
    }));
  },
});

export const close = serviceMutation({
  args: { tokenHash: v.string() },
  returns: v.null(),
  handler: async (context, { tokenHash }) => {
    const session = await withToken(context, tokenHash);
    if (session) await context.db.delete(session._id);
    return null;
  },
});

export const closeOne = serviceMutation({
  args: { userId: v.string(), sessionId: v.string() },
  returns: v.boolean(),
  handler: async (context, { userId, sessionId }) => {
    const id = context.db.normalizeId("sessions", sessionId);
    const session = id && (await context.db.get(id));
    if (session?.userId !== userId) return false;
    await context.db.delete(session._id);
    return true;
  },
});

/** @returns how many sessions it ended; as many as it ends at once when there may be more. */
export const closeAllOf = serviceMutation({
  args: { userId: v.string() },
  returns: v.object({ closed: v.number(), done: v.boolean() }),
  handler: async (context, { userId }) => {
    const browsers = await context.db
      .query("knownBrowsers")
      .withIndex("byUser", (index) => index.eq("userId", userId))
      .take(atOnce);
    const theirs = await ofUser(context, userId).take(atOnce);
    for (const { _id } of browsers) await context.db.delete(_id);
    for (const { _id } of theirs) await context.db.delete(_id);
    return { closed: theirs.length, done: theirs.length < atOnce && browsers.length < atOnce };
  },
});

export const removeExpired = serviceMutation({
  args: { unusedSince: v.number(), limit: v.number() },
  returns: v.number(),
  handler: async (context, { unusedSince, limit }) => {
    const expired = await context.db
      .query("sessions")
      .withIndex("byExpiry", (index) => index.lt("expiresAt", Date.now()))
      .take(limit);
    const unused = await context.db
      .query("sessions")
      .withIndex("byUse", (index) => index.lt("lastUsedAt", unusedSince))
      .take(limit);
    const ids = [...new Set([...expired, ...unused].map(({ _id }) => _id))].slice(0, limit);
    for (const id of ids) await context.db.delete(id);
    return ids.length;
  },
});

function isOpen({ expiresAt, lastUsedAt, idleSeconds }: Doc<"sessions">): boolean {
  const idleUntil = idleSeconds === undefined ? expiresAt : lastUsedAt + idleSeconds * 1_000;
  return Math.min(expiresAt, idleUntil) > Date.now();
}

const withToken = (context: QueryCtx, tokenHash: string) =>
  context.db
    .query("sessions")
    .withIndex("byToken", (index) => index.eq("tokenHash", tokenHash))
    .unique();

const ofUser = (context: QueryCtx, userId: string) =>
  context.db.query("sessions").withIndex("byUser", (index) => index.eq("userId", userId));

async function openSession(context: MutationCtx, tokenHash: string): Promise<Doc<"sessions"> | null> {
  const session = await withToken(context, tokenHash);
  return session && isOpen(session) ? session : null;
}
