import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { emit, emitFor } from "./outboxRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";
import { isoOf } from "./times.ts";

const aDay = 86_400_000;

const received = v.object({
  shopkeeperId: v.string(),
  shopName: v.string(),
  area: v.string(),
  description: v.string(),
  name: v.string(),
  email: v.string(),
  phone: v.string(),
  token: v.string(),
});
const held = v.object({ ...received.fields, expiresAt: v.string() });

export const hold = serviceMutation({
  args: { application: received, emit },
  returns: v.boolean(),
  handler: async (context, { application, emit }) => {
    const { shopkeeperId } = application;
    const applied = await context.db
      .query("shopkeepers")
      .withIndex("byShopkeeper", (index) => index.eq("shopkeeperId", shopkeeperId))
      .unique();
    if (applied ?? (await withId(context, shopkeeperId))) return false;
    const now = Date.now();
    const kept = { ...application, email: application.email.toLowerCase() };
    await context.db.insert("receivedApplications", { ...kept, receivedAt: now, expiresAt: now + aDay });
    await emitFor(context, emit, undefined);
    return true;
  },
});

export const get = serviceQuery({
  args: { shopkeeperId: v.string() },
  returns: v.union(v.null(), held),
  handler: async (context, { shopkeeperId }) => heldFrom(await withId(context, shopkeeperId)),
});

export const findByToken = serviceQuery({
  args: { token: v.string() },
  returns: v.union(v.null(), held),
  handler: async (context, { token }) => {
    const found = await context.db
      .query("receivedApplications")
      .withIndex("byToken", (index) => index.eq("token", token))
      .unique();
    return heldFrom(found);
  },
});

/** How many that are still good name an address, this one and those before it; of more than a thousand, so many. */
export const countOfAddress = serviceQuery({
  args: { shopkeeperId: v.string() },
  returns: v.number(),
  handler: async (context, { shopkeeperId }) => {
    const that = await withId(context, shopkeeperId);
    if (!isGood(that)) return 0;
    const rows = await context.db
      .query("receivedApplications")
      .withIndex("byEmail", (index) => index.eq("email", that.email).lte("receivedAt", that.receivedAt))
      .take(1_000);
    // Of one millisecond, those that were written before.
    return rows.filter((row) => isGood(row) && row._creationTime <= that._creationTime).length;
  },
});

export const discard = serviceMutation({
  args: { shopkeeperId: v.string() },
  returns: v.null(),
  handler: async (context, { shopkeeperId }) => {
    const found = await withId(context, shopkeeperId);
    if (found) await context.db.delete(found._id);
    return null;
  },
});

export const removeExpired = serviceMutation({
  args: { limit: v.number() },
  returns: v.number(),
  handler: async (context, { limit }) => {
    const rows = await context.db
      .query("receivedApplications")
      .withIndex("byExpiry", (index) => index.lt("expiresAt", Date.now()))
      .take(limit);
    for (const { _id } of rows) await context.db.delete(_id);
    return rows.length;
  },
});

const withId = (context: QueryCtx, shopkeeperId: string) =>
  context.db
    .query("receivedApplications")
    .withIndex("byShopkeeper", (index) => index.eq("shopkeeperId", shopkeeperId))
    .unique();

function isGood(row: Doc<"receivedApplications"> | null): row is Doc<"receivedApplications"> {
  return row !== null && row.expiresAt > Date.now();
}

function heldFrom(row: Doc<"receivedApplications"> | null) {
  if (!isGood(row)) return null;
  const { _id, _creationTime, receivedAt: _, expiresAt, ...application } = row;
  return { ...application, expiresAt: isoOf(expiresAt) };
}
