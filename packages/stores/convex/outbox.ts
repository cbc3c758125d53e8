import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import { append, firstOf, newEvent, withId } from "./outboxRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

/** How far the state counts what waits; operations have been told long before. */
const countedAtMost = 5_000;

export const send = serviceMutation({
  args: { events: v.array(newEvent) },
  returns: v.null(),
  handler: async (context, { events }) => {
    await append(context, events);
    return null;
  },
});

/**
 * The oldest events that may be sent now, which no other relay gets until `leaseUntil`. What a relay that died had claimed
 * is free again then.
 */
export const claim = serviceMutation({
  args: {
    holder: v.string(),
    select: v.union(v.literal("fresh"), v.literal("retry")),
    limit: v.number(),
    /** Milliseconds that a relay may take to send. */
    lease: v.number(),
  },
  returns: v.array(v.object({ id: v.string(), payload: v.string() })),
  handler: async (context, { holder, select, limit, lease }) => {
    const now = Date.now();
    await freeAbandoned(context, now, limit);
    const due = await context.db
      .query("outbox")
      .withIndex("byStage", (index) =>
        select === "fresh" ? index.eq("stage", "fresh") : index.eq("stage", "retry").lte("nextAt", now),
      )
      .take(limit);
    for (const { _id } of due) await context.db.patch(_id, { stage: "claimed", holder, nextAt: now + lease });
    return due.map(({ id, payload }) => ({ id, payload }));
  },
});

async function freeAbandoned(context: MutationCtx, now: number, limit: number): Promise<void> {
  const abandoned = await context.db
    .query("outbox")
    .withIndex("byStage", (index) => index.eq("stage", "claimed").lte("nextAt", now))
    .take(limit);
  for (const { _id } of abandoned) await context.db.patch(_id, { stage: "fresh", nextAt: undefined });
}

/** The engine took them. The next one of each key may go. */
export const accept = serviceMutation({
  args: { holder: v.string(), ids: v.array(v.string()) },
  returns: v.null(),
  handler: async (context, { holder, ids }) => {
    for (const id of ids) {
      const found = await heldBy(context, id, holder);
      if (!found) continue;
      const now = Date.now();
      const accepted = {
        isAccepted: true,
        acceptedAt: now,
        lookFrom: now,
        holder: undefined,
        nextAt: undefined,
      };
      await context.db.patch(found._id, { ...accepted, stage: "accepted" });
      await freeNext(context, found);
    }
    return null;
  },
});

async function freeNext(context: MutationCtx, { orderingKey }: Doc<"outbox">): Promise<void> {
  const next = orderingKey === undefined ? null : await firstOf(context, orderingKey);
  if (next?.stage === "behind") await context.db.patch(next._id, { stage: "fresh" });
}

/** One event that fails alone waits 250 ms, doubling to 15 s; of a batch nobody knows which one was at fault. */
export const fail = serviceMutation({
  args: { holder: v.string(), ids: v.array(v.string()), failure: v.string() },
  returns: v.null(),
  handler: async (context, { holder, ids, failure }) => {
    for (const id of ids) {
      const found = await heldBy(context, id, holder);
      if (!found) continue;
      const wait = Math.min(15_000, 250 * 2 ** Math.min(found.attempts, 10));
      const failed = { attempts: found.attempts + 1, lastError: failure, holder: undefined };
      const isAlone = ids.length === 1;
      const next = isAlone
        ? { stage: "retry" as const, nextAt: Date.now() + wait }
        : { stage: "fresh" as const, nextAt: undefined };
      await context.db.patch(found._id, { ...failed, ...next });
    }
    return null;
  },
});

async function heldBy(context: QueryCtx, id: string, holder: string): Promise<Doc<"outbox"> | null> {
  const found = await withId(context, id);
  return found?.stage === "claimed" && found.holder === holder ? found : null;
}

/** Changes whenever there is something new to send: what a relay is woken by. */
export const newest = serviceQuery({
  args: {},
  returns: v.union(v.null(), v.string()),
  handler: async (context) => {
    const found = await context.db
      .query("outbox")
      .withIndex("byStage", (index) => index.eq("stage", "fresh"))
      .order("desc")
      .first();
    return found?.id ?? null;
  },
});

export const resend = serviceMutation({
  args: { id: v.string() },
  returns: v.boolean(),
  handler: async (context, { id }) => {
    const found = await withId(context, id);
    if (!found?.isAccepted || found.lostSince === undefined) return false;
    const before = found.orderingKey === undefined ? null : await firstOf(context, found.orderingKey);
    const unsent = {
      isAccepted: false,
      acceptedAt: undefined,
      lookFrom: undefined,
      lostSince: undefined,
      resends: 0,
    };
    await context.db.patch(found._id, { ...unsent, stage: before ? "behind" : "fresh" });
    return true;
  },
});

/** Gives up an event that the engine refused: as if it were accepted and traced, and those behind it go on. */
export const discard = serviceMutation({
  args: { id: v.string(), reason: v.string() },
  returns: v.boolean(),
  handler: async (context, { id, reason }) => {
    const found = await withId(context, id);
    if (!found || found.isAccepted || found.attempts === 0) return false;
    const now = Date.now();
    const over = { isAccepted: true, acceptedAt: now, tracedAt: now, holder: undefined, nextAt: undefined };
    await context.db.patch(found._id, { ...over, stage: "accepted", lastError: reason });
    await freeNext(context, found);
    return true;
  },
});

/** How many of the latest events a listener is shown: more of them at once, and it has everybody look. */
const shownAtOnce = 16;

/** Changes whenever an event was appended: what it tells of, the latest first. */
export const latest = serviceQuery({
  args: {},
  returns: v.array(v.object({ id: v.string(), subjects: v.array(v.string()) })),
  handler: async (context) => {
    const found = await context.db
      .query("outbox")
      .withIndex("by_creation_time")
      .order("desc")
      .take(shownAtOnce);
    return found.map(({ id, subjects = [] }) => ({ id, subjects }));
  },
});

const failing = v.object({
  id: v.string(),
  name: v.string(),
  attempts: v.number(),
  lastError: v.string(),
  behind: v.number(),
  createdAt: v.number(),
  nextAttemptAt: v.optional(v.number()),
});

/** A page of what the engine has not accepted yet. */
export const waiting = serviceQuery({
  args: { cursor: v.union(v.null(), v.string()) },
  returns: v.object({ payloads: v.array(v.string()), next: v.union(v.null(), v.string()) }),
  handler: async ({ db }, { cursor }) => {
    const { page, isDone, continueCursor } = await db
      .query("outbox")
      .withIndex("byAcceptance", (index) => index.eq("isAccepted", false))
      .paginate({ numItems: 500, cursor });
    return { payloads: page.map(({ payload }) => payload), next: isDone ? null : continueCursor };
  },
});

export const state = serviceQuery({
  args: {},
  returns: v.object({
    pending: v.number(),
    oldest: v.union(v.null(), v.number()),
    failing: v.array(failing),
    lost: v.array(v.object({ id: v.string(), name: v.string(), resends: v.number(), since: v.number() })),
  }),
  handler: async (context) => {
    const waiting = await context.db
      .query("outbox")
      .withIndex("byAcceptance", (index) => index.eq("isAccepted", false))
      .take(countedAtMost);
    const failed = await context.db
      .query("outbox")
      .withIndex("byFailure", (index) => index.eq("isAccepted", false).gt("attempts", 0))
      .take(100);
    const lost = await context.db
      .query("outbox")
      .withIndex("byLoss", (index) => index.eq("isAccepted", true).gt("lostSince", 0))
      .take(100);
    return {
      pending: waiting.length,
      oldest: waiting.length > 0 ? Math.min(...waiting.map(({ createdAt }) => createdAt)) : null,
      failing: await Promise.all(
        failed.toSorted((a, b) => a._creationTime - b._creationTime).map((row) => failingFrom(context, row)),
      ),
      lost: lost.map(({ id, name, resends, lostSince = 0 }) => ({ id, name, resends, since: lostSince })),
    };
  },
});

async function failingFrom(context: QueryCtx, row: Doc<"outbox">) {
  const { id, name, attempts, lastError = "", createdAt, stage, nextAt } = row;
  const known = { id, name, attempts, lastError, createdAt, behind: await behind(context, row) };
  return { ...known, ...(stage === "retry" && { nextAttemptAt: nextAt }) };
}

/** How many events of its key come after it, as far as they are counted. */
async function behind({ db }: QueryCtx, { orderingKey }: Doc<"outbox">): Promise<number> {
  if (orderingKey === undefined) return 0;
  const waiting = await db
    .query("outbox")
    .withIndex("byKey", (index) => index.eq("orderingKey", orderingKey).eq("isAccepted", false))
    .take(20);
  return waiting.filter(({ stage }) => stage === "behind").length;
}
