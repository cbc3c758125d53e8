import { toPaise, toRupees } from "@org/events/money";
import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import {
  type Checkout,
  checkout,
  checkoutFrom,
  checkoutOf,
  closeOld,
  newCheckout,
  refuseCheckout,
} from "./checkoutRows.ts";
import { orderWithId } from "./orderRows.ts";
import { type Emit, emit, emitFor } from "./outboxRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

export const open = serviceMutation({
  args: { checkout: newCheckout },
  returns: v.boolean(),
  handler: async (context, { checkout }) => {
    await closeOld(context);
    const { customer, total, expiresAt, ...kept } = checkout;
    const email = customer.email.toLowerCase();
    const who = { contact: { ...customer, email }, email };
    const money = { totalPaise: toPaise(total), expiresAt: Date.parse(expiresAt) };
    const fresh = { ...kept, ...who, ...money, status: "open" as const };
    const before = await checkoutOf(context, checkout.orderId);
    if (!before) await context.db.insert("checkouts", fresh);
    else if (before.status === "open") await context.db.replace(before._id, fresh);
    else return false;
    return true;
  },
});

export const get = serviceQuery({
  args: { orderId: v.string() },
  returns: v.union(v.null(), checkout),
  handler: async (context, { orderId }) => {
    const found = await checkoutOf(context, orderId);
    return found && checkoutFrom(found);
  },
});

export const findByPayment = serviceQuery({
  args: { paymentOrderId: v.string() },
  returns: v.union(v.null(), checkout),
  handler: async (context, { paymentOrderId }) => {
    const found = await context.db
      .query("checkouts")
      .withIndex("byPayment", (index) => index.eq("paymentOrderId", paymentOrderId))
      .first();
    return found && checkoutFrom(found);
  },
});

export const refuse = serviceMutation({
  args: { orderId: v.string(), refusal: v.string(), paymentId: v.optional(v.string()), emit },
  returns: v.union(v.null(), checkout),
  handler: async (context, { orderId, refusal, paymentId, emit }) => {
    const found = await checkoutOf(context, orderId);
    if (!found) return null;
    const before = checkoutFrom(found);
    if (found.status === "open") await refuseCheckout(context, found, refusal);
    if (paymentId !== undefined) await release(context, { before, paymentId, refusal, emit });
    const after = await checkoutOf(context, orderId);
    return after && checkoutFrom(after);
  },
});

interface Release {
  before: Checkout;
  paymentId: string;
  refusal: string;
  emit: Emit;
}

/** Keeps a payment that pays for no order, once, with its events. Nothing of one that pays for the order. */
async function release(context: MutationCtx, { before, paymentId, refusal, emit }: Release): Promise<void> {
  const { orderId, shopId, total, language } = before;
  const order = await orderWithId(context, orderId);
  if (order?.paymentId === paymentId || (await releasedWith(context, paymentId))) return;
  const customer = await payerOf(context, before, order);
  const why = before.status === "refused" ? before.refusal : refusal;
  const payer = customer && { name: customer.name, email: customer.email.toLowerCase() };
  const kept = { paymentId, orderId, shopId, totalPaise: toPaise(total), refusal: why, ...payer, language };
  await context.db.insert("releasedPayments", { ...kept, releasedAt: Date.now() });
  const released = { paymentId, orderId, shopId, amount: total, language, refusal: why };
  await emitFor(context, emit, { ...released, ...(customer && { customer }) });
}

/** Of the checkout while it is open; then of its order; or of a payment that was made for it before. */
async function payerOf(context: QueryCtx, checkout: Checkout, order: Doc<"orders"> | null) {
  if (checkout.status === "open") return { name: checkout.customer.name, email: checkout.customer.email };
  if (order) {
    const { name, email } = order.contact;
    // Empty once the account of the order is erased.
    return email ? { name, email } : undefined;
  }
  const earlier = await context.db
    .query("releasedPayments")
    .withIndex("byOrder", (index) => index.eq("orderId", checkout.orderId).gt("email", ""))
    .first();
  return earlier?.email === undefined ? undefined : { name: earlier.name ?? "", email: earlier.email };
}

const releasedWith = (context: QueryCtx, paymentId: string) =>
  context.db
    .query("releasedPayments")
    .withIndex("byPayment", (index) => index.eq("paymentId", paymentId))
    .unique();

export const released = serviceQuery({
  args: { paymentId: v.string() },
  returns: v.union(
    v.null(),
    v.object({
      paymentId: v.string(),
      orderId: v.string(),
      shopId: v.string(),
      amount: v.number(),
      refusal: v.string(),
      customer: v.optional(v.object({ name: v.string(), email: v.string() })),
      language: v.optional(v.string()),
    }),
  ),
  handler: async (context, { paymentId }) => {
    const found = await releasedWith(context, paymentId);
    if (!found) return null;
    const { orderId, shopId, totalPaise, refusal, name = "", email, language } = found;
    const kept = { paymentId, orderId, shopId, amount: toRupees(totalPaise), refusal, language };
    return { ...kept, ...(email !== undefined && { customer: { name, email } }) };
  },
});
