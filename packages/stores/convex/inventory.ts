import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import { requireOrder } from "./orderRows.ts";
import { emit, emitFor, momentOf } from "./outboxRows.ts";
import { logStock, productWithId, type StockReason } from "./productRows.ts";
import { refuse } from "./refusals.ts";
import { serviceMutation, serviceQuery } from "./service.ts";
import { isoOf } from "./times.ts";

const taken = v.array(
  v.object({ productId: v.string(), shopId: v.string(), quantity: v.number(), stock: v.number() }),
);
const restored = v.array(
  v.object({ productId: v.string(), shopId: v.string(), quantity: v.number(), available: v.number() }),
);

/** What each ordered unit does to the units on hand and to those reserved. */
interface StockMove {
  reason: StockReason;
  stock: -1 | 0 | 1;
  reserved: -1 | 0;
}
const sold: StockMove = { reason: "order", stock: -1, reserved: -1 };
const returned: StockMove = { reason: "cancellation", stock: 1, reserved: 0 };
const released: StockMove = { reason: "cancellation", stock: 0, reserved: -1 };

export const take = serviceMutation({
  args: { orderId: v.string(), emit },
  returns: v.object({ taken, depleted: taken }),
  handler: async (context, { orderId, emit }) => {
    const order = await requireOrder(context, orderId);
    if (order.stockTakenAt !== undefined) return await takenBefore(context, order);
    if (order.status === "cancelled") return refuse("order-status", orderId, order.status, "fulfilled");
    await moveStock(context, order, sold);
    await context.db.patch(order._id, { stockTakenAt: momentOf(emit) });
    const outcome = await takenBefore(context, order);
    await emitFor(context, emit, outcome);
    return outcome;
  },
});

export const restore = serviceMutation({
  args: { orderId: v.string(), emit },
  returns: v.object({ restored, backInStock: restored }),
  handler: async (context, { orderId, emit }) => {
    const order = await requireOrder(context, orderId);
    if (order.stockRestoredAt !== undefined) return await restoredBefore(context, order);
    if (order.status !== "cancelled") return refuse("order-status", orderId, order.status, "restocked");
    await moveStock(context, order, order.stockTakenAt === undefined ? released : returned);
    await context.db.patch(order._id, { stockRestoredAt: momentOf(emit) });
    const outcome = await restoredBefore(context, order);
    await emitFor(context, emit, outcome);
    return outcome;
  },
});

async function moveStock(context: MutationCtx, order: Doc<"orders">, move: StockMove): Promise<void> {
  const { orderId, lines } = order;
  for (const { productId, quantity } of lines) {
    const product = (await productWithId(context, productId)) ?? refuse("unknown-product-id", productId);
    const change = quantity * move.stock;
    const stock = product.stock + change;
    const reserved = product.reserved + quantity * move.reserved;
    if (stock < 0 || reserved < 0) refuse("stock", productId, stock, reserved);
    await context.db.patch(product._id, { stock, reserved });
    await logStock(context, { productId, orderId, stock, reserved, change, reason: move.reason });
  }
}

async function takenBefore(context: QueryCtx, { orderId, shopId }: Doc<"orders">) {
  const rows = await movements(context, orderId, "order");
  const taken = rows.map(({ productId, change, stockAfter: stock }) => ({
    productId,
    shopId,
    quantity: -change,
    stock,
  }));
  return { taken, depleted: taken.filter(({ stock }) => stock === 0) };
}

async function restoredBefore(context: QueryCtx, { orderId, shopId, lines }: Doc<"orders">) {
  const rows = await movements(context, orderId, "cancellation");
  const quantities = new Map(lines.map(({ productId, quantity }) => [productId, quantity]));
  const restored = rows.map(({ productId, availableAfter: available }) => ({
    productId,
    shopId,
    quantity: quantities.get(productId) ?? 0,
    available,
  }));
  return { restored, backInStock: restored.filter(({ available, quantity }) => available === quantity) };
}

/** What was logged for an order, in the order in which it was; it has 200 lines at most. */
const movements = (context: QueryCtx, orderId: string, reason: StockReason) =>
  context.db
    .query("inventoryLog")
    .withIndex("byOrder", (index) => index.eq("orderId", orderId).eq("reason", reason))
    .take(1_000);

export const history = serviceQuery({
  args: { productId: v.string(), limit: v.number() },
  returns: v.array(
    v.object({
      productId: v.string(),
      change: v.number(),
      stock: v.number(),
      reason: v.union(v.literal("order"), v.literal("cancellation"), v.literal("count")),
      orderId: v.optional(v.string()),
      at: v.string(),
    }),
  ),
  handler: async (context, { productId, limit }) => {
    const rows = await context.db
      .query("inventoryLog")
      .withIndex("byProduct", (index) => index.eq("productId", productId))
      .order("desc")
      .take(limit);
    return rows.map(({ change, stockAfter: stock, reason, orderId, at }) => ({
      productId,
      change,
      stock,
      reason,
      orderId,
      at: isoOf(at),
    }));
  },
});
