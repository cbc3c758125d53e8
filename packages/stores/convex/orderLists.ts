import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { recordedFrom } from "./deliveryRows.ts";
import { detailsFrom, orderWithId } from "./orderRows.ts";
import { orderDetails, orderProgress, orderStatus, type Recorded } from "./orderShapes.ts";
import { serviceQuery } from "./service.ts";
import { isoOf } from "./times.ts";

/** A shop's orders in these statuses, latest first. */
export const ofShop = serviceQuery({
  args: { shopId: v.string(), statuses: v.array(orderStatus), limit: v.number() },
  returns: v.array(orderDetails),
  handler: async (context, { shopId, statuses, limit }) => {
    const each = [...new Set(statuses)].map((status) =>
      context.db
        .query("orders")
        .withIndex("byShop", (index) => index.eq("shopId", shopId).eq("isShown", true).eq("status", status))
        .order("desc")
        .take(limit),
    );
    const latest = (await Promise.all(each)).flat().toSorted(latestFirst).slice(0, limit);
    return await Promise.all(latest.map((order) => detailsFrom(context, order)));
  },
});

/** A customer's orders, latest first, from before one of them. */
export const ofCustomer = serviceQuery({
  args: { userId: v.string(), limit: v.number(), before: v.optional(v.string()) },
  returns: v.array(orderDetails),
  handler: async (context, { userId, limit, before }) => {
    const mark = before === undefined ? undefined : await orderWithId(context, before);
    if (before !== undefined && mark?.userId !== userId) return [];
    const found = mark ? await behind(context, mark, limit) : await latestOf(context, userId).take(limit);
    return await Promise.all(found.map((order) => detailsFrom(context, order)));
  },
});

const latestOf = (context: QueryCtx, userId: string) =>
  context.db
    .query("orders")
    .withIndex("byCustomer", (index) => index.eq("userId", userId))
    .order("desc");

/** First those of the mark's own millisecond, then those before it. */
async function behind(context: QueryCtx, { userId, placedAt, orderId }: Doc<"orders">, limit: number) {
  const beside = await context.db
    .query("orders")
    .withIndex("byCustomer", (index) =>
      index.eq("userId", userId).eq("placedAt", placedAt).lt("orderId", orderId),
    )
    .order("desc")
    .take(limit);
  if (beside.length === limit) return beside;
  const before = await context.db
    .query("orders")
    .withIndex("byCustomer", (index) => index.eq("userId", userId).lt("placedAt", placedAt))
    .order("desc")
    .take(limit - beside.length);
  return [...beside, ...before];
}

function latestFirst(a: Doc<"orders">, b: Doc<"orders">): number {
  return b.placedAt - a.placedAt || (a.orderId < b.orderId ? 1 : -1);
}

export const progress = serviceQuery({
  args: { orderId: v.string() },
  returns: v.union(v.null(), orderProgress),
  handler: async (context, { orderId }) => {
    const order = await orderWithId(context, orderId);
    if (!order) return null;
    const sent = await messagesAbout(context, orderId);
    const confirmations = sent.filter(
      ({ workflow, recipient }) => workflow === "send-order-confirmation" && recipient === "customer",
    );
    const notices = sent.filter(
      ({ workflow, recipient }) => workflow === "notify-shopkeeper" && recipient === "shopkeeper",
    );
    return {
      orderId,
      status: order.status,
      placedAt: isoOf(order.placedAt),
      confirmation: {
        email: reached(confirmations.filter(({ channel }) => channel === "email")),
        sms: reached(confirmations.filter(({ channel }) => channel === "sms")),
      },
      ...(order.stockTakenAt !== undefined && { stockTakenAt: isoOf(order.stockTakenAt) }),
      shopkeeper: reached(notices),
      history: order.history.map(({ at, ...entry }) => ({ ...entry, at: isoOf(at) })),
    };
  },
});

/** Oldest first. An order is told of a few times; there is a bound all the same. */
async function messagesAbout(context: QueryCtx, orderId: string): Promise<Recorded[]> {
  const rows = await context.db
    .query("deliveries")
    .withIndex("bySubject", (index) => index.eq("subject", orderId))
    .take(500);
  return await Promise.all(rows.map((row) => recordedFrom(context, row)));
}

/** The first message that got through; if none did, the last outcome. */
function reached(inTime: readonly Recorded[]) {
  const found = inTime.find(({ status }) => status === "sent") ?? inTime.at(-1);
  if (!found) return { status: "pending" as const };
  const { status, recordedAt: at, reason, report } = found;
  return { status, at, reason, report };
}
