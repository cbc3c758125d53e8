import { toRupees } from "@org/events/money";
import type { WithoutSystemFields } from "convex/server";
import { derivedOf } from "../src/mohallamart/orders/indexed-state.ts";
import type { Money } from "../src/mohallamart/orders/order-states.ts";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import { type Emit, emitFor, momentOf } from "./outboxRows.ts";
import { refuse } from "./refusals.ts";
import { isoOf } from "./times.ts";

type Order = WithoutSystemFields<Doc<"orders">>;

export const orderWithId = (context: QueryCtx, orderId: string) =>
  context.db
    .query("orders")
    .withIndex("byOrder", (index) => index.eq("orderId", orderId))
    .unique();

export const orderWithNumber = (context: QueryCtx, number: string) =>
  context.db
    .query("orders")
    .withIndex("byNumber", (index) => index.eq("number", number))
    .unique();

export async function requireOrder(context: QueryCtx, orderId: string): Promise<Doc<"orders">> {
  return (await orderWithId(context, orderId)) ?? refuse("unknown-order", orderId);
}

/** Every change of an order's state goes through here. @returns the order as it is then. */
export async function changeOrder(
  context: MutationCtx,
  order: Doc<"orders">,
  changes: Partial<Order>,
): Promise<Doc<"orders">> {
  const changed = { ...order, ...changes };
  const after = { ...changed, ...derivedOf(changed) };
  await context.db.replace(order._id, after);
  return after;
}

export function moneyFields(money: Money): Pick<Order, "paymentStatus" | "refundStatus"> {
  if (money === "refund-pending") return { paymentStatus: "captured", refundStatus: "pending" };
  if (money === "refund-failed") return { paymentStatus: "captured", refundStatus: "failed" };
  return { paymentStatus: money, refundStatus: undefined };
}

interface Move {
  status: Order["status"];
  trackingNumber?: string;
  emit: Emit;
}

/** Gives an order another status, with its history and the events that follow. */
export async function moveTo(context: MutationCtx, order: Doc<"orders">, move: Move): Promise<Doc<"orders">> {
  const moved = await putStatus(context, order, move);
  await emitFor(context, move.emit, orderFrom(moved));
  return moved;
}

/** As {@link moveTo}, without events: those of what the move is a part of follow. */
export function putStatus(
  context: MutationCtx,
  order: Doc<"orders">,
  { status, trackingNumber, emit }: Move,
): Promise<Doc<"orders">> {
  const history = [...order.history, { status, at: momentOf(emit), trackingNumber }];
  return changeOrder(context, order, { status, history });
}

/** Of a status that the order has; the first that was told stays. */
export async function keepTrackingNumber(
  context: MutationCtx,
  order: Doc<"orders">,
  { status, trackingNumber }: { status: Order["status"]; trackingNumber: string },
): Promise<void> {
  const history = order.history.map((entry) =>
    entry.status === status && entry.trackingNumber === undefined ? { ...entry, trackingNumber } : entry,
  );
  await context.db.patch(order._id, { history });
}

export function orderHead(order: Omit<Order, "linkGeneration">) {
  const { orderId, userId, shopId, totalPaise, payment, paymentId, status, placedAt, language } = order;
  return {
    orderId,
    userId,
    shopId,
    total: toRupees(totalPaise),
    payment,
    paymentId,
    status,
    placedAt: isoOf(placedAt),
    language,
  };
}

export function orderFrom(order: Order) {
  const items = order.lines.map(({ productId, quantity }) => ({ productId, quantity }));
  return { ...orderHead(order), items };
}

/** Holds because an order is written only for a shop that is there, and a shop with orders stays. */
async function shopOf(context: QueryCtx, { shopId }: Order) {
  const shop = await context.db
    .query("shops")
    .withIndex("byShop", (index) => index.eq("shopId", shopId))
    .unique();
  if (!shop) return refuse("unknown-shop", shopId);
  const { name, area, description, listed } = shop;
  return { shopId, name, area, description, listed };
}

export async function detailsFrom(context: QueryCtx, order: Doc<"orders">) {
  const { name, email, phone } = order.contact;
  return {
    ...orderHead(order),
    lines: order.lines.map(({ productId, name, unit, quantity, pricePaise }) => ({
      productId,
      name,
      unit,
      quantity,
      price: toRupees(pricePaise),
      amount: toRupees(pricePaise * quantity),
    })),
    shop: await shopOf(context, order),
    customer: { name, email, phone },
  };
}
