import { toRupees } from "@org/events/money";
import { type Infer, v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import { contact, item, place } from "./orderShapes.ts";
import { refuse } from "./refusals.ts";
import { isoOf } from "./times.ts";

export const expired = "The payment came too long after the checkout. Fill your cart and order again.";

const month = 30 * 86_400_000;
const nobody = { contact: undefined, email: undefined, address: undefined, visitId: undefined };

const known = {
  orderId: v.string(),
  paymentOrderId: v.string(),
  shopId: v.string(),
  items: v.array(item),
  total: v.number(),
  language: v.optional(v.string()),
  expiresAt: v.string(),
};
export const newCheckout = v.object({
  ...known,
  customer: contact,
  address: v.optional(place),
  visitId: v.optional(v.string()),
});
export const checkout = v.union(
  v.object({ ...newCheckout.fields, status: v.literal("open") }),
  v.object({ ...known, status: v.literal("placed") }),
  v.object({ ...known, status: v.literal("refused"), refusal: v.string() }),
);
export type Checkout = Infer<typeof checkout>;

export const checkoutOf = (context: QueryCtx, orderId: string) =>
  context.db
    .query("checkouts")
    .withIndex("byOrder", (index) => index.eq("orderId", orderId))
    .unique();

export function checkoutFrom(row: Doc<"checkouts">): Checkout {
  const { orderId, paymentOrderId, shopId, items, language, status, address, visitId } = row;
  const kept = { orderId, paymentOrderId, shopId, items, total: toRupees(row.totalPaise), language };
  const checkout = { ...kept, expiresAt: isoOf(row.expiresAt) };
  if (status === "placed") return { ...checkout, status };
  if (status === "refused") return { ...checkout, status, refusal: row.refusal ?? "" };
  const customer = row.contact ?? { name: "", email: "" };
  return { ...checkout, status, customer, address, visitId };
}

/** Closes the checkout of an order that has just been written; refuses one that was closed before or came too late. */
export async function closeCheckout(
  context: MutationCtx,
  { orderId, payment }: { orderId: string; payment: "cash" | "prepaid" },
): Promise<void> {
  const found = await checkoutOf(context, orderId);
  if (!found) return;
  if (payment === "prepaid" && found.refusal !== undefined) refuse("checkout-closed", found.refusal);
  if (payment === "prepaid" && found.expiresAt < Date.now()) refuse("checkout-closed", expired);
  await context.db.patch(found._id, { status: "placed", refusal: undefined, ...nobody });
}

export async function refuseCheckout(
  context: MutationCtx,
  { _id }: Pick<Doc<"checkouts">, "_id">,
  refusal: string,
): Promise<void> {
  await context.db.patch(_id, { status: "refused", refusal, ...nobody });
}

/** What a person who is erased was about to order. */
export async function refuseCheckoutsOf(context: MutationCtx, email: string): Promise<void> {
  const theirs = await context.db
    .query("checkouts")
    .withIndex("byEmail", (index) => index.eq("email", email))
    .take(1_000);
  for (const each of theirs) await refuseCheckout(context, each, "The account was closed.");
}

/** Contacts go with the expiry. The rest stays for a month, for payments that a bank lets through days later. */
export async function closeOld(context: MutationCtx): Promise<void> {
  const now = Date.now();
  const table = context.db.query("releasedPayments");
  const released = await table.withIndex("byTime", (index) => index.lt("releasedAt", now - month)).take(100);
  for (const { _id } of released) await context.db.delete(_id);
  for (const each of await expiredBefore(context, "open", now)) await refuseCheckout(context, each, expired);
  for (const status of ["placed", "refused"] as const)
    for (const { _id } of await expiredBefore(context, status, now - month)) await context.db.delete(_id);
}

const expiredBefore = (context: QueryCtx, status: Doc<"checkouts">["status"], before: number) =>
  context.db
    .query("checkouts")
    .withIndex("byExpiry", (index) => index.eq("status", status).lt("expiresAt", before))
    .take(100);
