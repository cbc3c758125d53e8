import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { withKey } from "./deliveryRows.ts";
import { channel, delivery } from "./deliveryShapes.ts";
import {
  deliveriesInDoubt,
  entriesInDoubt,
  entryOf,
  isInDoubt,
  isLedgersAlone,
  known,
  settleEntry,
} from "./doubtRows.ts";
import { emit, emitFor } from "./outboxRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

const doubt = v.object({
  key: v.string(),
  subject: v.optional(v.string()),
  recipient: v.optional(delivery.fields.recipient),
  channel: v.optional(channel),
  workflow: v.optional(v.string()),
  reason: v.optional(v.string()),
  since: v.number(),
  asked: v.number(),
  told: v.boolean(),
  runId: v.optional(v.string()),
});

const runWith = (context: QueryCtx, runId: string) =>
  context.db
    .query("runsInDoubt")
    .withIndex("byRun", (index) => index.eq("runId", runId))
    .unique();

async function ofDelivery(context: QueryCtx, row: Doc<"deliveries">) {
  const { key, subject, recipient, workflow, reason, asked, toldAt, doubtSince, recordedAt } = row;
  const run = row.runId === undefined ? null : await runWith(context, row.runId);
  return {
    ...{ key, subject, recipient, channel: row.channel, workflow, reason, asked },
    ...{ since: doubtSince ?? recordedAt, told: toldAt !== undefined, runId: run?.runId },
  };
}

function ofEntry({ key, lastError, startedAt, toldAt }: Doc<"sendLedger">) {
  return { key, reason: lastError, since: startedAt, asked: 0, told: toldAt !== undefined };
}

/** Oldest first. */
export const list = serviceQuery({
  args: { limit: v.number(), staleAfter: v.number() },
  returns: v.array(doubt),
  handler: async (context, { limit, staleAfter }) => {
    const deliveries = await deliveriesInDoubt(context, limit);
    const found = await Promise.all(deliveries.map((row) => ofDelivery(context, row)));
    const entries = [];
    for (const entry of await entriesInDoubt(context, staleAfter))
      if (await isLedgersAlone(context, entry)) entries.push(ofEntry(entry));
    return [...found, ...entries]
      .toSorted((one, other) => one.since - other.since || (one.key < other.key ? -1 : 1))
      .slice(0, limit);
  },
});

/** As far as they are looked through. */
export const count = serviceQuery({
  args: { staleAfter: v.number() },
  returns: v.number(),
  handler: async (context, { staleAfter }) => {
    let found = (await deliveriesInDoubt(context)).length;
    for (const entry of await entriesInDoubt(context, staleAfter))
      if (await isLedgersAlone(context, entry)) found += 1;
    return found;
  },
});

export const get = serviceQuery({
  args: { key: v.string(), staleAfter: v.number() },
  returns: v.union(v.null(), doubt),
  handler: async (context, { key, staleAfter }) => {
    const delivery = await withKey(context, key);
    if (delivery?.status === "unknown") return await ofDelivery(context, delivery);
    const entry = await entryOf(context, key);
    const isDoubt = entry && isInDoubt(entry, staleAfter) && delivery?.status !== "sent";
    return isDoubt ? ofEntry(entry) : null;
  },
});

export const run = serviceQuery({
  args: { runId: v.string() },
  returns: v.union(
    v.null(),
    v.object({ runId: v.string(), app: v.string(), workflow: v.string(), events: v.string() }),
  ),
  handler: async (context, { runId }) => {
    const found = await runWith(context, runId);
    if (!found) return null;
    const { app, workflow, events } = found;
    return { runId, app, workflow, events };
  },
});

/** What one run sent at most: a notice to many goes in batches of fewer. */
const sentByOne = 1_000;

const sentBy = (context: QueryCtx, runId: string, most = sentByOne) =>
  context.db
    .query("deliveries")
    .withIndex("byRun", (index) => index.eq("runId", runId))
    .take(most);

export const markAsked = serviceMutation({
  args: { runId: v.string() },
  returns: v.null(),
  handler: async (context, { runId }) => {
    for (const { _id, status, asked } of await sentBy(context, runId))
      if (status === "unknown") await context.db.patch(_id, { asked: asked + 1 });
    return null;
  },
});

export const markTold = serviceMutation({
  args: { keys: v.array(v.string()), staleAfter: v.number() },
  returns: v.null(),
  handler: async (context, { keys, staleAfter }) => {
    const told = { toldAt: Date.now() };
    for (const key of keys) {
      const delivery = await withKey(context, key);
      if (delivery?.status === "unknown") await context.db.patch(delivery._id, told);
      const entry = await entryOf(context, key);
      if (entry && isInDoubt(entry, staleAfter)) await context.db.patch(entry._id, told);
    }
    return null;
  },
});

/** What was given up while the ledger did not know either has arrived as well. */
export const settle = serviceMutation({
  args: { key: v.string(), staleAfter: v.number(), holder: v.string() },
  returns: v.boolean(),
  handler: async (context, { key, staleAfter, holder }) => {
    const entry = await entryOf(context, key);
    const isBooked = entry !== null && isInDoubt(entry, staleAfter);
    if (isBooked) await settleEntry(context, entry, { state: "sent", result: "{}" }, holder);
    const delivery = await withKey(context, key);
    const isSettled = delivery && (isBooked ? delivery.status !== "sent" : delivery.status === "unknown");
    if (isSettled)
      await context.db.patch(delivery._id, {
        ...known(),
        ...{ status: "sent", reason: undefined, runId: undefined },
      });
    return isBooked || isSettled === true;
  },
});

export const allowAgain = serviceMutation({
  args: { key: v.string(), staleAfter: v.number(), holder: v.string(), emit },
  returns: v.boolean(),
  handler: async (context, { key, staleAfter, holder, emit }) => {
    const delivery = await withKey(context, key);
    if (delivery?.status !== "unknown" || delivery.runId === undefined) return false;
    if (!(await runWith(context, delivery.runId))) return false;
    await context.db.patch(delivery._id, {
      ...known(),
      ...{ status: "failed", reason: "It was to be sent again." },
    });
    const entry = await entryOf(context, key);
    if (entry && isInDoubt(entry, staleAfter)) await settleEntry(context, entry, { state: "failed" }, holder);
    await emitFor(context, emit, undefined);
    return true;
  },
});

/** Deletes runs that no delivery names, from behind one. @returns where to go on, or null */
export const clear = serviceMutation({
  args: { after: v.string() },
  returns: v.union(v.null(), v.string()),
  handler: async (context, { after }) => {
    const atOnce = 200;
    const runs = await context.db
      .query("runsInDoubt")
      .withIndex("byRun", (index) => index.gt("runId", after))
      .take(atOnce);
    for (const { _id, runId } of runs)
      if ((await sentBy(context, runId, 1)).length === 0) await context.db.delete(_id);
    return runs.length < atOnce ? null : (runs.at(-1)?.runId ?? null);
  },
});
