import { toRupees } from "@org/events/money";
import { type Infer, v } from "convex/values";
import { stateOf } from "../src/mohallamart/orders/indexed-state.ts";
import { readOrderNumber } from "../src/mohallamart/orders/order-number.ts";
import { type OrderEvent, transitionOf } from "../src/mohallamart/orders/order-states.ts";
import type { Doc } from "./_generated/dataModel.js";
import {
  changeOrder,
  detailsFrom,
  keepTrackingNumber,
  moneyFields,
  moveTo,
  orderFrom,
  orderWithId,
  orderWithNumber,
  requireOrder,
} from "./orderRows.ts";
import { order, orderDetails, paymentStatus, refundState } from "./orderShapes.ts";
import { emit } from "./outboxRows.ts";
import { refuse } from "./refusals.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

const move = v.union(v.literal("packed"), v.literal("shipped"), v.literal("delivered"));
const eventOf = { packed: "pack", shipped: "ship", delivered: "deliver" } as const satisfies Record<
  Infer<typeof move>,
  OrderEvent
>;

export const get = serviceQuery({
  args: { orderId: v.string() },
  returns: v.union(v.null(), orderDetails),
  handler: async (context, { orderId }) => {
    const found = await orderWithId(context, orderId);
    return found && (await detailsFrom(context, found));
  },
});

/** The id of the order with a number, as it was typed. */
export const findByNumber = serviceQuery({
  args: { typed: v.string() },
  returns: v.union(v.null(), v.string()),
  handler: async (context, { typed }) => {
    const number = readOrderNumber(typed);
    const found = number === undefined ? null : await orderWithNumber(context, number);
    return found?.orderId ?? null;
  },
});

/** The oldest of a customer. */
export const first = serviceQuery({
  args: { userId: v.string() },
  returns: v.union(v.null(), order),
  handler: async (context, { userId }) => {
    const found = await context.db
      .query("orders")
      .withIndex("byCustomer", (index) => index.eq("userId", userId))
      .first();
    return found && orderFrom(found);
  },
});

export const advance = serviceMutation({
  args: { orderId: v.string(), status: move, trackingNumber: v.optional(v.string()), emit },
  returns: v.boolean(),
  handler: async (context, { orderId, status, trackingNumber, emit }) => {
    const found = await requireOrder(context, orderId);
    if (canAdvance(found, status)) {
      await moveTo(context, found, { status, trackingNumber, emit });
      return true;
    }
    if (trackingNumber) await keepTrackingNumber(context, found, { status, trackingNumber });
    return false;
  },
});

function canAdvance(found: Doc<"orders">, status: Infer<typeof move>): boolean {
  if (found.history.some((entry) => entry.status === status)) return false;
  const state = stateOf(found);
  const event = eventOf[status];
  if (transitionOf(state, event)) return true;
  const isUnpaid = transitionOf({ ...state, money: "captured" }, event) !== undefined;
  return refuse("order-status", found.orderId, found.status, status, isUnpaid);
}

export const cancel = serviceMutation({
  args: { orderId: v.string(), emit },
  returns: v.boolean(),
  handler: async (context, { orderId, emit }) => {
    const found = await requireOrder(context, orderId);
    if (found.status === "cancelled") return false;
    if (!transitionOf(stateOf(found), "cancel")) refuse("order-status", orderId, found.status, "cancelled");
    await moveTo(context, found, { status: "cancelled", emit });
    return true;
  },
});

export const payment = serviceQuery({
  args: { orderId: v.string() },
  returns: v.union(
    v.null(),
    v.object({
      orderId: v.string(),
      paymentId: v.optional(v.string()),
      amount: v.number(),
      status: paymentStatus,
      refund: v.optional(refundState),
    }),
  ),
  handler: async (context, { orderId }) => {
    const found = await orderWithId(context, orderId);
    if (!found) return null;
    const { paymentId, totalPaise, paymentStatus: status, refundStatus: refund } = found;
    return { orderId, paymentId, amount: toRupees(totalPaise), status, refund };
  },
});

const booking = v.union(v.literal("captured"), v.literal("failed"));
const bookingEvent = { captured: "capture", failed: "refuse-capture" } as const;
/** Where the money is when it has been through a booking. */
const includes: Record<Infer<typeof booking>, readonly string[]> = {
  captured: ["captured", "refund-pending", "refund-failed", "refunded"],
  failed: ["failed"],
};

export const bookPayment = serviceMutation({
  args: { orderId: v.string(), status: booking, emit },
  returns: v.boolean(),
  handler: async (context, { orderId, status, emit }) => {
    const found = await requireOrder(context, orderId);
    const state = stateOf(found);
    const transition = transitionOf(state, bookingEvent[status]);
    if (!transition && includes[status].includes(state.money)) return false;
    if (!transition)
      return refuse("payment-status", orderId, `${state.money}, the order ${state.order}`, status);
    const { to } = transition;
    const paid = await changeOrder(context, found, moneyFields(to.money));
    if (to.order !== state.order) await moveTo(context, paid, { status: to.order, emit });
    return true;
  },
});
