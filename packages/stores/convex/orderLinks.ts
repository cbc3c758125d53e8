import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { orderWithId } from "./orderRows.ts";
import { isClosed } from "./peopleRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";
import { isoOf } from "./times.ts";

/** Of an order that gets no links any more. */
const ended = 0;

export const get = serviceQuery({
  args: { orderId: v.string() },
  returns: v.union(
    v.null(),
    v.object({ userId: v.string(), shopId: v.string(), placedAt: v.string(), generation: v.number() }),
  ),
  handler: async (context, { orderId }) => {
    const order = await orderWithId(context, orderId);
    if (!order) return null;
    const { userId, shopId, placedAt } = order;
    return { userId, shopId, placedAt: isoOf(placedAt), generation: await generationOf(context, order) };
  },
});

export const keep = serviceMutation({
  args: { orderId: v.string(), tokenHash: v.string() },
  returns: v.null(),
  handler: async (context, { orderId, tokenHash }) => {
    const kept = await withHash(context, tokenHash);
    if (!kept) await context.db.insert("orderLinks", { orderId, tokenHash, issuedAt: Date.now() });
    return null;
  },
});

export const find = serviceQuery({
  args: { tokenHash: v.string() },
  returns: v.union(v.null(), v.object({ orderId: v.string(), generation: v.number() })),
  handler: async (context, { tokenHash }) => {
    const link = await withHash(context, tokenHash);
    const order = link && (await orderWithId(context, link.orderId));
    return order && { orderId: order.orderId, generation: await generationOf(context, order) };
  },
});

export const revoke = serviceMutation({
  args: { orderId: v.string() },
  returns: v.boolean(),
  handler: async (context, { orderId }) => {
    const order = await orderWithId(context, orderId);
    const generation = order ? await generationOf(context, order) : ended;
    const links = await context.db
      .query("orderLinks")
      .withIndex("byOrder", (index) => index.eq("orderId", orderId))
      .take(1_000);
    for (const { _id } of links) await context.db.delete(_id);
    if (!order || generation === ended) return false;
    await context.db.patch(order._id, { linkGeneration: generation + 1 });
    return true;
  },
});

/** However many orders somebody has, their links end in the moment in which the account is closed. */
async function generationOf(context: QueryCtx, { userId, linkGeneration }: Doc<"orders">): Promise<number> {
  return (await isClosed(context, userId)) ? ended : linkGeneration;
}

const withHash = (context: QueryCtx, tokenHash: string) =>
  context.db
    .query("orderLinks")
    .withIndex("byToken", (index) => index.eq("tokenHash", tokenHash))
    .unique();
