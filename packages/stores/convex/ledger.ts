import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { serviceMutation, serviceQuery } from "./service.ts";

const state = v.union(v.literal("sending"), v.literal("sent"), v.literal("ambiguous"), v.literal("failed"));
/** `result` is JSON text: what an effect returned may have any shape. */
const entry = v.object({
  key: v.string(),
  state,
  attempts: v.number(),
  startedAt: v.number(),
  result: v.optional(v.string()),
  lastError: v.optional(v.string()),
});

/** Takes the key when it is new or certainly failed before. */
export const claim = serviceMutation({
  args: { key: v.string(), holder: v.string() },
  returns: v.boolean(),
  handler: async (context, { key, holder }) => {
    const known = await withKey(context, key);
    const claimed = { holder, state: "sending" as const, startedAt: Date.now() };
    if (!known) await context.db.insert("sendLedger", { key, ...claimed, attempts: 1 });
    else if (known.state === "failed")
      await context.db.patch(known._id, { ...claimed, attempts: known.attempts + 1 });
    else return false;
    return true;
  },
});

/** The entry of a key that could not be claimed; a call whose process is gone becomes ambiguous here. */
export const settled = serviceMutation({
  args: { key: v.string(), staleAfter: v.number() },
  returns: v.union(v.null(), entry),
  handler: async (context, { key, staleAfter }) => {
    const known = await withKey(context, key);
    if (!known) return null;
    if (known.state !== "sending" || !isStale(known, staleAfter)) return entryFrom(known);
    const lost = {
      state: "ambiguous" as const,
      lastError: "The process that was sending ended before it knew the outcome.",
    };
    await context.db.patch(known._id, lost);
    return entryFrom({ ...known, ...lost });
  },
});

/** A late answer still counts: it settles an entry that was given up as ambiguous meanwhile. */
export const settle = serviceMutation({
  args: {
    key: v.string(),
    holder: v.string(),
    state,
    result: v.optional(v.string()),
    lastError: v.optional(v.string()),
  },
  returns: v.null(),
  handler: async (context, { key, holder, state, result, lastError }) => {
    const known = await withKey(context, key);
    if (known?.holder !== holder || !["sending", "ambiguous"].includes(known.state)) return null;
    await context.db.patch(known._id, { state, result, lastError, settledAt: Date.now() });
    return null;
  },
});

export const get = serviceQuery({
  args: { key: v.string() },
  returns: v.union(v.null(), entry),
  handler: async (context, { key }) => {
    const known = await withKey(context, key);
    return known && entryFrom(known);
  },
});

/** A new holder, so that the lost call's own late answer does not undo the operator's decision. */
export const resolve = serviceMutation({
  args: {
    key: v.string(),
    holder: v.string(),
    staleAfter: v.number(),
    state: v.union(v.literal("sent"), v.literal("failed")),
    result: v.optional(v.string()),
  },
  returns: v.boolean(),
  handler: async (context, { key, holder, staleAfter, state, result }) => {
    const known = await withKey(context, key);
    const isInDoubt =
      known?.state === "ambiguous" || (known?.state === "sending" && isStale(known, staleAfter));
    if (!known || !isInDoubt) return false;
    const outcome = state === "sent" ? { state, result } : { state };
    await context.db.patch(known._id, { ...outcome, holder, settledAt: Date.now(), toldAt: undefined });
    return true;
  },
});

const withKey = (context: QueryCtx, key: string) =>
  context.db
    .query("sendLedger")
    .withIndex("byKey", (index) => index.eq("key", key))
    .unique();

const isStale = ({ startedAt }: Doc<"sendLedger">, staleAfter: number) => startedAt < Date.now() - staleAfter;

function entryFrom({ key, state, attempts, startedAt, result, lastError }: Doc<"sendLedger">) {
  return { key, state, attempts, startedAt, result, lastError };
}
