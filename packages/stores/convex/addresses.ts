import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { orderWithId } from "./orderRows.ts";
import { place } from "./orderShapes.ts";
import { userWithId } from "./peopleRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

const mostKept = 5;
const recipient = v.object({ ...place.fields, name: v.string(), phone: v.string() });
const saved = v.object({ ...recipient.fields, addressId: v.string() });

/** Of those that have one. */
export const ofOrders = serviceQuery({
  args: { orderIds: v.array(v.string()) },
  returns: v.array(v.object({ orderId: v.string(), address: place })),
  handler: async (context, { orderIds }) => {
    const orders = await Promise.all(orderIds.map((orderId) => orderWithId(context, orderId)));
    return orders.flatMap((order) =>
      order?.address ? [{ orderId: order.orderId, address: order.address }] : [],
    );
  },
});

export const list = serviceQuery({
  args: { userId: v.string() },
  returns: v.array(saved),
  handler: async (context, { userId }) => (await savedOf(context, userId)).map(savedFrom),
});

export const save = serviceMutation({
  args: { userId: v.string(), address: recipient, addressId: v.string() },
  returns: v.boolean(),
  handler: async (context, { userId, address, addressId }) => {
    if (!(await userWithId(context, userId))) return false;
    const kept = await savedOf(context, userId);
    // Later than any other, also within one millisecond.
    const usedAt = Math.max(Date.now(), (kept[0]?.usedAt ?? 0) + 1);
    const words = wordsOf(address);
    const same = kept.find((row) => wordsOf(row) === words);
    if (same) await context.db.patch(same._id, { usedAt });
    else {
      await context.db.insert("savedAddresses", { ...address, addressId, userId, usedAt });
      for (const { _id } of kept.slice(mostKept - 1)) await context.db.delete(_id);
    }
    return true;
  },
});

export const forget = serviceMutation({
  args: { userId: v.string(), addressId: v.string() },
  returns: v.boolean(),
  handler: async (context, { userId, addressId }) => {
    const found = await context.db
      .query("savedAddresses")
      .withIndex("byAddress", (index) => index.eq("addressId", addressId))
      .unique();
    if (found?.userId !== userId) return false;
    await context.db.delete(found._id);
    return true;
  },
});

const savedOf = (context: QueryCtx, userId: string) =>
  context.db
    .query("savedAddresses")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .order("desc")
    .take(mostKept);

type Recipient = Pick<Doc<"savedAddresses">, "name" | "phone" | "line1" | "line2" | "landmark" | "pinCode">;

function wordsOf({ name, phone, line1, line2, landmark, pinCode }: Recipient): string {
  return JSON.stringify([name, phone, line1, line2 ?? null, landmark ?? null, pinCode]);
}

function savedFrom({ addressId, name, phone, line1, line2, landmark, pinCode }: Doc<"savedAddresses">) {
  return { addressId, name, phone, line1, line2, landmark, pinCode };
}
