import { defineTable } from "convex/server";
import { v } from "convex/values";
import { channels, consentChannel, consentSource, quietHours } from "./peopleShapes.ts";

/** Customers, shopkeepers and staff, and what is kept of them alone. */
export const peopleTables = {
  users: defineTable({
    userId: v.string(),
    name: v.string(),
    email: v.string(),
    phone: v.optional(v.string()),
    createdAt: v.number(),
    revision: v.number(),
  })
    .index("byUser", ["userId"])
    .index("byEmail", ["email"]),

  /** Nothing opens an account under one of these ids again. */
  closedAccounts: defineTable({ userId: v.string() }).index("byUser", ["userId"]),

  preferences: defineTable({
    userId: v.string(),
    language: v.string(),
    area: v.optional(v.string()),
    channels,
    quietHours: v.optional(quietHours),
  }).index("byUser", ["userId"]),

  consents: defineTable({
    userId: v.string(),
    channel: consentChannel,
    granted: v.boolean(),
    source: consentSource,
    at: v.number(),
  }).index("byUser", ["userId"]),

  unsubscribeTokens: defineTable({ userId: v.string(), token: v.string() })
    .index("byUser", ["userId"])
    .index("byToken", ["token"]),

  /** `data` is JSON text: its names may be any. */
  notifications: defineTable({
    notificationId: v.string(),
    userId: v.string(),
    type: v.string(),
    title: v.string(),
    body: v.string(),
    data: v.optional(v.string()),
    createdAt: v.number(),
    isRead: v.boolean(),
    readAt: v.optional(v.number()),
  })
    .index("byNotification", ["notificationId"])
    .index("byAge", ["readAt"])
    .index("byUser", ["userId", "createdAt", "notificationId"])
    .index("byReading", ["userId", "isRead", "createdAt", "notificationId"]),

  staff: defineTable({ staffId: v.string(), name: v.string(), email: v.string() })
    .index("byStaff", ["staffId"])
    .index("byEmail", ["email"]),

  savedAddresses: defineTable({
    addressId: v.string(),
    userId: v.string(),
    name: v.string(),
    phone: v.string(),
    line1: v.string(),
    line2: v.optional(v.string()),
    landmark: v.optional(v.string()),
    pinCode: v.string(),
    usedAt: v.number(),
  })
    .index("byAddress", ["addressId"])
    .index("byUser", ["userId", "usedAt"]),
};
