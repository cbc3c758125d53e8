import { type Infer, v } from "convex/values";
import { status as deliveryStatus, type recorded, reportedState } from "./deliveryShapes.ts";

export const orderStatus = v.union(
  v.literal("placed"),
  v.literal("packed"),
  v.literal("shipped"),
  v.literal("delivered"),
  v.literal("cancelled"),
);
export const paymentKind = v.union(v.literal("cash"), v.literal("prepaid"));
export const paymentStatus = v.union(
  v.literal("due"),
  v.literal("authorised"),
  v.literal("captured"),
  v.literal("failed"),
  v.literal("refunded"),
);
export const refundState = v.union(v.literal("pending"), v.literal("failed"));
export const parcelStatus = v.union(
  v.literal("picked-up"),
  v.literal("out-for-delivery"),
  v.literal("delivered"),
  v.literal("attempt-failed"),
);
export const parcelOutcome = v.union(
  v.literal("moved"),
  v.literal("noted"),
  v.literal("late"),
  v.literal("impossible"),
  v.literal("unknown-order"),
);

export const item = v.object({ productId: v.string(), quantity: v.number() });
export const itemLine = v.object({
  productId: v.string(),
  name: v.string(),
  unit: v.string(),
  pricePaise: v.number(),
  quantity: v.number(),
});
/** A status that the order has had. */
export const kept = v.object({
  status: orderStatus,
  at: v.number(),
  trackingNumber: v.optional(v.string()),
});
export const place = v.object({
  line1: v.string(),
  line2: v.optional(v.string()),
  landmark: v.optional(v.string()),
  pinCode: v.string(),
});
export const contact = v.object({ name: v.string(), email: v.string(), phone: v.optional(v.string()) });

export const shop = v.object({
  shopId: v.string(),
  name: v.string(),
  area: v.string(),
  description: v.string(),
  listed: v.boolean(),
});

const head = {
  orderId: v.string(),
  userId: v.string(),
  shopId: v.string(),
  total: v.number(),
  payment: paymentKind,
  paymentId: v.optional(v.string()),
  status: orderStatus,
  placedAt: v.string(),
  language: v.optional(v.string()),
};
export const order = v.object({ ...head, items: v.array(item) });
export const placedOrder = v.object({ ...head, items: v.array(item), newCustomer: v.boolean() });
export const orderDetails = v.object({
  ...head,
  lines: v.array(
    v.object({
      productId: v.string(),
      quantity: v.number(),
      name: v.string(),
      unit: v.string(),
      price: v.number(),
      amount: v.number(),
    }),
  ),
  shop,
  customer: contact,
});

const delivery = v.union(
  v.object({ status: v.literal("pending") }),
  v.object({
    status: deliveryStatus,
    at: v.string(),
    reason: v.optional(v.string()),
    report: v.optional(v.object({ state: reportedState, at: v.string() })),
  }),
);
export const orderProgress = v.object({
  orderId: v.string(),
  status: orderStatus,
  placedAt: v.string(),
  confirmation: v.object({ email: delivery, sms: delivery }),
  stockTakenAt: v.optional(v.string()),
  shopkeeper: delivery,
  history: v.array(v.object({ status: orderStatus, at: v.string(), trackingNumber: v.optional(v.string()) })),
});
export type Recorded = Infer<typeof recorded>;
