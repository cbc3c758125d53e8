import { v } from "convex/values";
import type { QueryCtx } from "./_generated/server.js";
import { channel, reportedState } from "./deliveryShapes.ts";
import { serviceMutation, serviceQuery } from "./service.ts";
import { insertSuppression, withHash } from "./suppressionRows.ts";

export const find = serviceQuery({
  args: { channel, addressHash: v.string() },
  returns: v.union(v.null(), v.object({ channel, reason: reportedState, since: v.number() })),
  handler: async (context, { channel, addressHash }) => {
    const found = await withHash(context, channel, addressHash);
    return found && { channel, reason: found.reason, since: found.since };
  },
});

/** From behind an address' hash. `next` is where to go on when there may be more. */
export const reasons = serviceQuery({
  args: { channel, after: v.string() },
  returns: v.object({ reasons: v.array(reportedState), next: v.union(v.null(), v.string()) }),
  handler: async (context, { channel, after }) => {
    const rows = await pageOf(context, channel, after);
    const next = rows.length === readAtOnce ? (rows.at(-1)?.addressHash ?? null) : null;
    return { reasons: rows.map(({ reason }) => reason), next };
  },
});

const readAtOnce = 1_000;

const pageOf = (context: QueryCtx, channel: "email" | "sms" | "push", after: string) =>
  context.db
    .query("suppressions")
    .withIndex("byAddress", (index) => index.eq("channel", channel).gt("addressHash", after))
    .take(readAtOnce);

export const add = serviceMutation({
  args: { channel, addressHash: v.string(), reason: reportedState },
  returns: v.null(),
  handler: async (context, suppression) => {
    await insertSuppression(context, suppression);
    return null;
  },
});

export const lift = serviceMutation({
  args: { channel, addressHash: v.string() },
  returns: v.boolean(),
  handler: async (context, { channel, addressHash }) => {
    const found = await withHash(context, channel, addressHash);
    if (found) await context.db.delete(found._id);
    return found !== null;
  },
});
