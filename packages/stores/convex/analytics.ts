import { v } from "convex/values";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import {
  bucketChanges,
  type Counted,
  counted,
  noCounts,
  type Session,
  sessionWithId,
  sumOf,
} from "./analyticsRows.ts";
import { counts, visits } from "./analyticsTables.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

/** Writes a batch and adds what is new in it to all sums. @returns how many events were new. */
export const record = serviceMutation({
  args: { events: v.array(counted) },
  returns: v.number(),
  handler: async (context, { events }) => {
    const fresh: Counted[] = [];
    const buckets = bucketChanges();
    for (const event of events) {
      if (await isKnown(context, event.eventId)) continue;
      const { counts, visit: _, ...row } = event;
      await context.db.insert("analyticsEvents", row);
      buckets.count(event.at, counts);
      fresh.push(event);
    }
    for (const [userId, theirs] of grouped(fresh, ({ userId }) => userId))
      await countUser(context, userId, theirs);
    for (const [sessionId, its] of grouped(fresh, ({ sessionId }) => sessionId)) {
      const { before, after } = await widenVisit(context, sessionId, its);
      if (before) buckets.visit(before, -1);
      buckets.visit(after, 1);
    }
    await buckets.write(context);
    return fresh.length;
  },
});

async function isKnown(context: QueryCtx, eventId: string): Promise<boolean> {
  const known = await context.db
    .query("analyticsEvents")
    .withIndex("byEvent", (index) => index.eq("eventId", eventId))
    .unique();
  return known !== null;
}

function grouped(events: readonly Counted[], keyOf: (event: Counted) => string | undefined) {
  const groups = new Map<string, Counted[]>();
  for (const event of events) {
    const key = keyOf(event);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return groups;
}

const userWithId = (context: QueryCtx, userId: string) =>
  context.db
    .query("analyticsUsers")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .unique();

async function countUser(context: MutationCtx, userId: string, events: readonly Counted[]): Promise<void> {
  const kept = await userWithId(context, userId);
  const times = events.map(({ at }) => at);
  const sums = {
    counts: events.reduce((sum, event) => sumOf(sum, event.counts), kept?.counts ?? noCounts),
    firstAt: Math.min(kept?.firstAt ?? Number.POSITIVE_INFINITY, ...times),
    lastAt: Math.max(kept?.lastAt ?? 0, ...times),
  };
  if (kept) await context.db.patch(kept._id, sums);
  else await context.db.insert("analyticsUsers", { userId, sessions: 0, ...sums });
}

/** A visit is the user's who was seen in it first. */
async function widenVisit(context: MutationCtx, sessionId: string, events: readonly Counted[]) {
  const kept = await sessionWithId(context, sessionId);
  const times = events.map(({ at }) => at);
  const userId = kept?.userId ?? events.find((event) => event.userId !== undefined)?.userId;
  const after: Session = {
    sessionId,
    userId,
    firstAt: Math.min(kept?.firstAt ?? Number.POSITIVE_INFINITY, ...times),
    lastAt: Math.max(kept?.lastAt ?? 0, ...times),
    filledCart: (kept?.filledCart ?? false) || events.some(({ visit }) => visit.filledCart),
    startedCheckout: (kept?.startedCheckout ?? false) || events.some(({ visit }) => visit.startedCheckout),
    ordered: (kept?.ordered ?? false) || events.some(({ visit }) => visit.ordered),
  };
  if (kept) await context.db.replace(kept._id, after);
  else await context.db.insert("analyticsSessions", after);
  const user = userId === undefined || kept?.userId !== undefined ? null : await userWithId(context, userId);
  if (user) await context.db.patch(user._id, { sessions: user.sessions + 1 });
  return { before: kept, after };
}

/** Oldest first. `next` is where to go on when there may be more. */
export const buckets = serviceQuery({
  args: { bucket: v.union(v.literal("hour"), v.literal("day")), from: v.number(), to: v.number() },
  returns: v.object({
    buckets: v.array(v.object({ start: v.number(), counts, visits })),
    next: v.union(v.null(), v.number()),
  }),
  handler: async (context, { bucket, from, to }) => {
    const rows = await context.db
      .query("analyticsBuckets")
      .withIndex("byStart", (index) => index.eq("bucket", bucket).gte("start", from).lt("start", to))
      .take(1_000);
    const last = rows.length === 1_000 ? rows.at(-1) : undefined;
    return {
      buckets: rows.map(({ start, counts, visits }) => ({ start, counts, visits })),
      next: last ? last.start + 1 : null,
    };
  },
});

/** Who placed the orders of a span that stand. `next` is where to go on when there may be more. */
export const buyers = serviceQuery({
  args: { from: v.number(), to: v.number(), cursor: v.union(v.null(), v.string()) },
  returns: v.object({ userIds: v.array(v.string()), next: v.union(v.null(), v.string()) }),
  handler: async (context, { from, to, cursor }) => {
    const { page, isDone, continueCursor } = await context.db
      .query("orders")
      .withIndex("byTime", (index) => index.gte("placedAt", from).lt("placedAt", to))
      .paginate({ numItems: 1_000, cursor });
    const standing = page.filter(({ status }) => status !== "cancelled");
    return { userIds: standing.map(({ userId }) => userId), next: isDone ? null : continueCursor };
  },
});

/** Searches that found nothing, one each. `next` is where to go on when there may be more. */
export const emptySearches = serviceQuery({
  args: { from: v.number(), to: v.number(), cursor: v.union(v.null(), v.string()) },
  returns: v.object({
    searches: v.array(v.object({ query: v.string(), sessionId: v.string() })),
    next: v.union(v.null(), v.string()),
  }),
  handler: async (context, { from, to, cursor }) => {
    const { page, isDone, continueCursor } = await context.db
      .query("analyticsEvents")
      .withIndex("byTime", (index) => index.gte("at", from).lt("at", to))
      .paginate({ numItems: 1_000, cursor });
    const searches = page.flatMap(({ event, properties, sessionId }) => {
      if (event !== "search.performed" || sessionId === undefined) return [];
      const { query, resultsCount } = JSON.parse(properties);
      return resultsCount === 0 && typeof query === "string" ? [{ query, sessionId }] : [];
    });
    return { searches, next: isDone ? null : continueCursor };
  },
});

export const features = serviceQuery({
  args: { after: v.string(), limit: v.number() },
  returns: v.array(
    v.object({
      userId: v.string(),
      counts,
      sessions: v.number(),
      firstAt: v.number(),
      lastAt: v.number(),
    }),
  ),
  handler: async (context, { after, limit }) => {
    const rows = await context.db
      .query("analyticsUsers")
      .withIndex("byUser", (index) => index.gt("userId", after))
      .take(limit);
    return rows.map(({ userId, counts, sessions, firstAt, lastAt }) => ({
      userId,
      counts,
      sessions,
      firstAt,
      lastAt,
    }));
  },
});
