import { defineTable } from "convex/server";
import { v } from "convex/values";
import { shop } from "./orderShapes.ts";

/** Shops, who runs them, and what they sell. */
export const productTables = {
  shops: defineTable(shop.fields).index("byShop", ["shopId"]).index("byName", ["listed", "name"]),

  shopkeepers: defineTable({
    shopkeeperId: v.string(),
    shopId: v.string(),
    name: v.string(),
    email: v.string(),
    /** In lower case, by which they are found. */
    address: v.string(),
    phone: v.optional(v.string()),
    /** The account that applied; absent once it is closed. */
    applicantId: v.optional(v.string()),
    status: v.union(v.literal("applied"), v.literal("approved"), v.literal("rejected"), v.literal("lapsed")),
    createdAt: v.number(),
    decidedAt: v.optional(v.number()),
    approvedBy: v.optional(v.string()),
    rejectedBy: v.optional(v.string()),
    rejection: v.optional(v.string()),
    dashboardAccess: v.boolean(),
  })
    .index("byShopkeeper", ["shopkeeperId"])
    .index("byShop", ["shopId", "shopkeeperId"])
    .index("byAddress", ["address", "shopkeeperId"])
    .index("byStatus", ["status", "createdAt", "shopkeeperId"])
    .index("byApplicant", ["applicantId"]),

  receivedApplications: defineTable({
    shopkeeperId: v.string(),
    shopName: v.string(),
    area: v.string(),
    description: v.string(),
    name: v.string(),
    email: v.string(),
    phone: v.string(),
    token: v.string(),
    receivedAt: v.number(),
    expiresAt: v.number(),
  })
    .index("byShopkeeper", ["shopkeeperId"])
    .index("byToken", ["token"])
    .index("byEmail", ["email", "receivedAt"])
    .index("byExpiry", ["expiresAt"]),

  products: defineTable({
    productId: v.string(),
    shopId: v.string(),
    name: v.string(),
    description: v.string(),
    category: v.string(),
    unit: v.string(),
    pricePaise: v.number(),
    stock: v.number(),
    reserved: v.number(),
    picture: v.optional(v.string()),
  })
    .index("byProduct", ["productId"])
    .index("byPicture", ["picture"])
    .index("byShop", ["shopId", "productId"]),

  inventoryLog: defineTable({
    productId: v.string(),
    orderId: v.optional(v.string()),
    reason: v.union(v.literal("order"), v.literal("cancellation"), v.literal("count")),
    change: v.number(),
    stockAfter: v.number(),
    availableAfter: v.number(),
    at: v.number(),
  })
    .index("byProduct", ["productId"])
    .index("byOrder", ["orderId", "reason"]),

  stockAlerts: defineTable({
    alertId: v.string(),
    productId: v.string(),
    shopId: v.string(),
    isOpen: v.boolean(),
    raisedAt: v.number(),
    closedAt: v.optional(v.number()),
    closedBy: v.optional(v.string()),
  })
    .index("byAlert", ["alertId"])
    .index("byProduct", ["productId", "isOpen"])
    .index("byClosing", ["productId", "closedBy"])
    .index("byShop", ["shopId", "isOpen", "raisedAt", "alertId"]),

  watchers: defineTable({ productId: v.string(), userId: v.string() })
    .index("byProduct", ["productId", "userId"])
    .index("byUser", ["userId", "productId"]),
};
