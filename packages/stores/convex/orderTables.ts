import { defineTable } from "convex/server";
import { v } from "convex/values";
import { reportedDispute, reportedRefund } from "./moneyRows.ts";
import {
  item,
  itemLine,
  kept,
  orderStatus,
  parcelOutcome,
  parcelStatus,
  paymentKind,
  paymentStatus,
  place,
  refundState,
} from "./orderShapes.ts";

/** Orders and their money. An order is one document with its lines and its history, which are read with it. */
export const orderTables = {
  orders: defineTable({
    orderId: v.string(),
    /** What people call it, without its hyphen; absent of an id that has none. */
    number: v.optional(v.string()),
    userId: v.string(),
    shopId: v.string(),
    contact: v.object({ name: v.string(), email: v.string(), phone: v.optional(v.string()) }),
    language: v.optional(v.string()),
    /** Where it is brought to. */
    address: v.optional(place),
    lines: v.array(itemLine),
    totalPaise: v.number(),
    payment: paymentKind,
    paymentId: v.optional(v.string()),
    paymentStatus,
    refundStatus: v.optional(refundState),
    status: orderStatus,
    placedAt: v.number(),
    stockTakenAt: v.optional(v.number()),
    stockRestoredAt: v.optional(v.number()),
    history: v.array(kept),
    /** Of the links to it; rises when they are ended. */
    linkGeneration: v.number(),
    /** Derived with each change: whether its shop sees it, whether its customer is known, and whether its money moves. */
    isShown: v.boolean(),
    hasContact: v.boolean(),
    isUnsettled: v.boolean(),
  })
    .index("byOrder", ["orderId"])
    .index("byNumber", ["number"])
    .index("byCustomer", ["userId", "placedAt", "orderId"])
    .index("byShop", ["shopId", "isShown", "status", "placedAt", "orderId"])
    .index("byPayment", ["paymentId", "placedAt", "orderId"])
    .index("byMoney", ["isUnsettled", "placedAt", "orderId"])
    .index("byContact", ["userId", "hasContact"])
    .index("byTime", ["placedAt"]),

  orderLinks: defineTable({ tokenHash: v.string(), orderId: v.string(), issuedAt: v.number() })
    .index("byToken", ["tokenHash"])
    .index("byOrder", ["orderId"]),

  checkouts: defineTable({
    orderId: v.string(),
    paymentOrderId: v.string(),
    shopId: v.string(),
    items: v.array(item),
    totalPaise: v.number(),
    /** The contact and the visit are kept while the checkout is open, and no longer. */
    contact: v.optional(v.object({ name: v.string(), email: v.string(), phone: v.optional(v.string()) })),
    /** The contact's, in lower case; beside it because an index wants it so. */
    email: v.optional(v.string()),
    address: v.optional(place),
    visitId: v.optional(v.string()),
    language: v.optional(v.string()),
    status: v.union(v.literal("open"), v.literal("placed"), v.literal("refused")),
    refusal: v.optional(v.string()),
    expiresAt: v.number(),
  })
    .index("byOrder", ["orderId"])
    .index("byPayment", ["paymentOrderId"])
    .index("byEmail", ["email"])
    .index("byExpiry", ["status", "expiresAt"]),

  releasedPayments: defineTable({
    paymentId: v.string(),
    orderId: v.string(),
    shopId: v.string(),
    totalPaise: v.number(),
    refusal: v.string(),
    name: v.optional(v.string()),
    email: v.optional(v.string()),
    language: v.optional(v.string()),
    releasedAt: v.number(),
  })
    .index("byPayment", ["paymentId"])
    .index("byOrder", ["orderId", "email"])
    .index("byEmail", ["email"])
    .index("byTime", ["releasedAt"]),

  refunds: defineTable({
    refundId: v.string(),
    orderId: v.string(),
    amountPaise: v.number(),
    status: reportedRefund,
    bookedAt: v.number(),
  })
    .index("byRefund", ["refundId"])
    .index("byOrder", ["orderId", "bookedAt", "refundId"]),

  disputes: defineTable({
    disputeId: v.string(),
    orderId: v.string(),
    amountPaise: v.number(),
    status: reportedDispute,
    answerBy: v.optional(v.number()),
    bookedAt: v.number(),
  })
    .index("byDispute", ["disputeId"])
    .index("byOrder", ["orderId", "bookedAt", "disputeId"]),

  /** `differences` is JSON text. */
  reconciliations: defineTable({
    day: v.string(),
    from: v.string(),
    to: v.string(),
    payments: v.number(),
    refunds: v.number(),
    differences: v.string(),
    madeAt: v.number(),
  }).index("byDay", ["day"]),

  parcelNotices: defineTable({
    noticeId: v.string(),
    orderId: v.string(),
    status: parcelStatus,
    reason: v.optional(v.string()),
    trackingNumber: v.optional(v.string()),
    at: v.number(),
    outcome: parcelOutcome,
  })
    .index("byNotice", ["noticeId"])
    .index("byOrder", ["orderId", "at", "noticeId"])
    .index("byOutcome", ["outcome", "status", "at"]),
};
