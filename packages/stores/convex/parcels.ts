import { type Infer, v } from "convex/values";
import { stateOf } from "../src/mohallamart/orders/indexed-state.ts";
import { transitionOf } from "../src/mohallamart/orders/order-states.ts";
import { orderEventOf } from "../src/mohallamart/parcels/order-event-of.ts";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import { orderWithId, putStatus } from "./orderRows.ts";
import { parcelOutcome, parcelStatus } from "./orderShapes.ts";
import { type Emit, emit, emitFor } from "./outboxRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";
import { isoOf } from "./times.ts";

const news = v.object({
  noticeId: v.string(),
  orderId: v.string(),
  status: parcelStatus,
  reason: v.optional(v.string()),
  trackingNumber: v.optional(v.string()),
  at: v.string(),
});

type News = Infer<typeof news>;

export const take = serviceMutation({
  args: { news, emit },
  returns: v.object({ outcome: parcelOutcome, isNew: v.boolean() }),
  handler: async (context, { news, emit }) => {
    const earlier = await context.db
      .query("parcelNotices")
      .withIndex("byNotice", (index) => index.eq("noticeId", news.noticeId))
      .unique();
    if (earlier) return { outcome: earlier.outcome, isNew: false };
    const order = await orderWithId(context, news.orderId);
    const outcome = order ? await move(context, order, { news, emit }) : "unknown-order";
    await context.db.insert("parcelNotices", { ...news, at: Date.parse(news.at), outcome });
    return { outcome, isNew: true };
  },
});

async function move(
  context: MutationCtx,
  order: Doc<"orders">,
  { news, emit }: { news: News; emit: Emit },
): Promise<Infer<typeof parcelOutcome>> {
  const { orderId, trackingNumber } = news;
  const state = stateOf(order);
  const failedAttempt = news.status === "attempt-failed" ? await nextAttempt(context, orderId) : undefined;
  const transition = transitionOf(state, orderEventOf(news.status, state, failedAttempt));
  if (!transition?.by.includes("delivery-partner"))
    return order.status === "shipped" || order.status === "delivered" ? "late" : "impossible";
  const { order: status } = transition.to;
  const isMoved = status !== state.order;
  if (isMoved) await putStatus(context, order, { status, trackingNumber: trackingNumber || undefined, emit });
  await emitFor(context, emit, { status, isMoved, failedAttempt });
  if (transition.event === "deliver-cancelled") return "impossible";
  return isMoved ? "moved" : "noted";
}

/** Counted over those that could be. */
async function nextAttempt(context: QueryCtx, orderId: string): Promise<number> {
  const notices = await noticesOf(context, orderId);
  const failed = notices.filter(
    ({ status, outcome }) => status === "attempt-failed" && (outcome === "moved" || outcome === "noted"),
  );
  return failed.length + 1;
}

const noticesOf = (context: QueryCtx, orderId: string) =>
  context.db
    .query("parcelNotices")
    .withIndex("byOrder", (index) => index.eq("orderId", orderId))
    .take(1_000);

export const history = serviceQuery({
  args: { orderId: v.string() },
  returns: v.array(news),
  handler: async (context, { orderId }) => {
    const rows = await noticesOf(context, orderId);
    return rows.filter(({ outcome }) => ["moved", "noted", "late"].includes(outcome)).map(newsFrom);
  },
});

export const deliveredCancelled = serviceQuery({
  args: { limit: v.number() },
  returns: v.array(news),
  handler: async (context, { limit }) => {
    const rows = await context.db
      .query("parcelNotices")
      .withIndex("byOutcome", (index) => index.eq("outcome", "impossible").eq("status", "delivered"))
      .order("desc")
      .take(limit);
    const orders = await Promise.all(rows.map(({ orderId }) => orderWithId(context, orderId)));
    return rows.filter((_row, place) => orders[place]?.status === "cancelled").map(newsFrom);
  },
});

function newsFrom({ noticeId, orderId, status, reason, trackingNumber, at }: Doc<"parcelNotices">): News {
  return { noticeId, orderId, status, reason, trackingNumber, at: isoOf(at) };
}
