import { toRupees } from "@org/events/money";
import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { dispute, reconciliation, refund, reportedRefund } from "./moneyRows.ts";
import { orderStatus, paymentStatus, refundState } from "./orderShapes.ts";
import { serviceMutation, serviceQuery } from "./service.ts";
import { isoOf } from "./times.ts";

const bookedPayment = v.object({
  orderId: v.string(),
  paymentId: v.string(),
  amount: v.number(),
  status: paymentStatus,
  refund: v.optional(refundState),
  order: orderStatus,
  placedAt: v.string(),
  refunds: v.array(v.object({ refundId: v.string(), amount: v.number(), status: reportedRefund })),
});

export const refunds = serviceQuery({
  args: { orderId: v.string() },
  returns: v.array(refund),
  handler: async (context, { orderId }) =>
    (await refundsOf(context, orderId)).map((row) => ({ ...row, orderId })),
});

export const disputes = serviceQuery({
  args: { orderId: v.string() },
  returns: v.array(dispute),
  handler: async (context, { orderId }) => {
    const rows = await context.db
      .query("disputes")
      .withIndex("byOrder", (index) => index.eq("orderId", orderId))
      .take(1_000);
    return rows.map(({ disputeId, amountPaise, status, answerBy }) => ({
      disputeId,
      orderId,
      amount: toRupees(amountPaise),
      status,
      ...(answerBy !== undefined && { answerBy: isoOf(answerBy) }),
    }));
  },
});

/** Those of the payments that an order was placed with; at most as many as a call may name. */
export const findMany = serviceQuery({
  args: { paymentIds: v.array(v.string()) },
  returns: v.array(bookedPayment),
  handler: async (context, { paymentIds }) => {
    const each = [...new Set(paymentIds)].map((paymentId) =>
      context.db
        .query("orders")
        .withIndex("byPayment", (index) => index.eq("paymentId", paymentId))
        .take(100),
    );
    return await booked(context, (await Promise.all(each)).flat());
  },
});

export const unsettled = serviceQuery({
  args: { before: v.number(), limit: v.number() },
  returns: v.array(bookedPayment),
  handler: async (context, { before, limit }) => {
    const rows = await context.db
      .query("orders")
      .withIndex("byMoney", (index) => index.eq("isUnsettled", true).lt("placedAt", before))
      .take(limit);
    return await booked(context, rows);
  },
});

/** In the order in which they were placed. */
async function booked(context: QueryCtx, rows: readonly Doc<"orders">[]) {
  const inTime = rows.toSorted((a, b) => a.placedAt - b.placedAt || (a.orderId < b.orderId ? -1 : 1));
  const payments = inTime.map(async ({ orderId, paymentId, totalPaise, status, placedAt, ...money }) => {
    if (paymentId === undefined) return undefined;
    const { paymentStatus, refundStatus } = money;
    const amount = toRupees(totalPaise);
    const payment = { orderId, paymentId, amount, status: paymentStatus, refund: refundStatus };
    const order = { order: status, placedAt: isoOf(placedAt) };
    return { ...payment, ...order, refunds: await refundsOf(context, orderId) };
  });
  return (await Promise.all(payments)).filter((payment) => payment !== undefined);
}

async function refundsOf(context: QueryCtx, orderId: string) {
  const rows = await context.db
    .query("refunds")
    .withIndex("byOrder", (index) => index.eq("orderId", orderId))
    .take(1_000);
  return rows.map(({ refundId, amountPaise, status }) => ({
    refundId,
    amount: toRupees(amountPaise),
    status,
  }));
}

export const keep = serviceMutation({
  args: { reconciliation },
  returns: v.null(),
  handler: async (context, { reconciliation }) => {
    const row = { ...reconciliation, madeAt: Date.now() };
    const earlier = await context.db
      .query("reconciliations")
      .withIndex("byDay", (index) => index.eq("day", row.day))
      .unique();
    if (earlier) await context.db.replace(earlier._id, row);
    else await context.db.insert("reconciliations", row);
    return null;
  },
});

export const reconciliations = serviceQuery({
  args: { limit: v.number() },
  returns: v.array(v.object({ ...reconciliation.fields, madeAt: v.string() })),
  handler: async (context, { limit }) => {
    const rows = await context.db.query("reconciliations").withIndex("byDay").order("desc").take(limit);
    return rows.map(({ _id, _creationTime, madeAt, ...row }) => ({ ...row, madeAt: isoOf(madeAt) }));
  },
});
