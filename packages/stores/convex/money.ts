import { toPaise } from "@org/events/money";
import { type Infer, v } from "convex/values";
import { stateOf } from "../src/mohallamart/orders/indexed-state.ts";
import { type OrderEvent, transitionOf } from "../src/mohallamart/orders/order-states.ts";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import { dispute, refund, type reportedDispute, type reportedRefund } from "./moneyRows.ts";
import { changeOrder, moneyFields, requireOrder } from "./orderRows.ts";
import { emit, emitFor } from "./outboxRows.ts";
import { refuse } from "./refusals.ts";
import { serviceMutation } from "./service.ts";

type RefundStatus = Infer<typeof reportedRefund>;
type RefundEvent = Extract<OrderEvent, "refund-begun" | "refund-processed" | "refund-failed">;

const moneyAfter = {
  "refund-begun": "refund-pending",
  "refund-processed": "refunded",
  "refund-failed": "refund-failed",
} as const;

export const bookRefund = serviceMutation({
  args: { refund, emit },
  returns: v.boolean(),
  handler: async (context, { refund, emit }) => {
    const order = await requireOrder(context, refund.orderId);
    const { paymentId } = order;
    if (paymentId === undefined)
      return refuse("payment-status", refund.orderId, order.paymentStatus, "refunded");
    if (!(await writeRefund(context, refund))) return false;
    await moveMoney(context, order, refund.status);
    await emitFor(context, emit, { ...refund, paymentId, standing: order.status !== "cancelled" });
    return true;
  },
});

async function writeRefund(context: MutationCtx, given: Infer<typeof refund>): Promise<boolean> {
  const { refundId, orderId, amount, status } = given;
  const earlier = await context.db
    .query("refunds")
    .withIndex("byRefund", (index) => index.eq("refundId", refundId))
    .unique();
  if (earlier && (earlier.status === status || status === "pending")) return false;
  const bookedAt = Date.now();
  if (earlier) await context.db.patch(earlier._id, { status, bookedAt });
  else
    await context.db.insert("refunds", { refundId, orderId, amountPaise: toPaise(amount), status, bookedAt });
  return true;
}

async function moveMoney(context: MutationCtx, order: Doc<"orders">, news: RefundStatus): Promise<void> {
  const event = await eventOf(context, order, news);
  if (!event) return;
  const before = stateOf(order);
  // Where only the booking of the capture is missing: what is refunded was captured before.
  const state = transitionOf(before, "capture")?.to ?? before;
  if (state.money === moneyAfter[event]) return;
  const transition = transitionOf(state, event);
  if (!transition)
    return refuse("payment-status", order.orderId, `${state.money}, the order ${state.order}`, event);
  await changeOrder(context, order, moneyFields(transition.to.money));
}

/** What it means for the order; nothing as long as a part of its money stays with us. */
async function eventOf(
  context: QueryCtx,
  { orderId, totalPaise }: Doc<"orders">,
  news: RefundStatus,
): Promise<RefundEvent | undefined> {
  const all = await refundsOf(context, orderId);
  const sumOf = (...statuses: RefundStatus[]) =>
    all
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, { amountPaise }) => sum + amountPaise, 0);
  if (sumOf("processed") >= totalPaise) return "refund-processed";
  if (sumOf("processed", "pending") >= totalPaise) return "refund-begun";
  return news === "failed" ? "refund-failed" : undefined;
}

const refundsOf = (context: QueryCtx, orderId: string) =>
  context.db
    .query("refunds")
    .withIndex("byOrder", (index) => index.eq("orderId", orderId))
    .take(1_000);

export const bookDispute = serviceMutation({
  args: { dispute, emit },
  returns: v.boolean(),
  handler: async (context, { dispute, emit }) => {
    const { disputeId, orderId, amount, status, answerBy } = dispute;
    const { paymentId, paymentStatus } = await requireOrder(context, orderId);
    if (paymentId === undefined) return refuse("payment-status", orderId, paymentStatus, "disputed");
    const earlier = await context.db
      .query("disputes")
      .withIndex("byDispute", (index) => index.eq("disputeId", disputeId))
      .unique();
    if (earlier && (earlier.status === status || (isDecided(earlier.status) && !isDecided(status))))
      return false;
    const row = {
      disputeId,
      orderId,
      amountPaise: toPaise(amount),
      status,
      answerBy: answerBy === undefined ? undefined : Date.parse(answerBy),
      bookedAt: Date.now(),
    };
    if (earlier) await context.db.replace(earlier._id, row);
    else await context.db.insert("disputes", row);
    await emitFor(context, emit, { ...dispute, paymentId });
    return true;
  },
});

function isDecided(status: Infer<typeof reportedDispute>): boolean {
  return status === "won" || status === "lost" || status === "closed";
}
