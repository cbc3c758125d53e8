import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { numberedId, numberLength } from "../mohallamart/orders/order-number.ts";
import type {
  ApplicationStatus,
  InventoryEntry,
  OrderPayment,
  OrderStatus,
  PaymentStatus,
} from "../mohallamart/port.ts";

export const mohallamart = pgSchema("mohallamart");

const createdAt = () => timestamp("created_at", { withTimezone: true }).notNull().defaultNow();

export const users = mohallamart.table("users", {
  userId: text("user_id").primaryKey(),
  name: text().notNull(),
  /** Lower case. */
  email: text().notNull().unique(),
  phone: text(),
  createdAt: createdAt(),
  revision: integer().notNull().default(1),
});

/** Ids that no account is opened under any more. */
export const closedAccounts = mohallamart.table("closed_accounts", {
  userId: text("user_id").primaryKey(),
  closedAt: timestamp("closed_at", { withTimezone: true }).notNull().defaultNow(),
});

export const shops = mohallamart.table("shops", {
  shopId: text("shop_id").primaryKey(),
  name: text().notNull(),
  area: text().notNull(),
  description: text().notNull(),
  listed: boolean().notNull(),
  createdAt: createdAt(),
});

export const shopkeepers = mohallamart.table(
  "shopkeepers",
  {
    shopkeeperId: text("shopkeeper_id").primaryKey(),
    shopId: text("shop_id")
      .notNull()
      .references(() => shops.shopId),
    name: text().notNull(),
    email: text().notNull(),
    phone: text(),
    status: text().$type<ApplicationStatus>().notNull().default("approved"),
    dashboardAccess: boolean("dashboard_access").notNull().default(true),
    approvedBy: text("approved_by"),
    rejectedBy: text("rejected_by"),
    /** Why it was turned down, as the applicant is told. */
    rejection: text(),
    /** The account that applied; it takes an application that nobody approved with it when it closes. */
    applicantId: text("applicant_id"),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
    createdAt: createdAt(),
  },
  (table) => [
    index("shopkeepers_by_shop").on(table.shopId),
    index("shopkeepers_by_applicant").on(table.applicantId),
    index("shopkeepers_by_email").on(sql`lower(${table.email})`),
    check("shopkeepers_status", sql`${table.status} in ('applied', 'approved', 'rejected', 'lapsed')`),
  ],
);

export const staff = mohallamart.table("staff", {
  staffId: text("staff_id").primaryKey(),
  name: text().notNull(),
  /** Lower case. */
  email: text().notNull().unique(),
});

export const products = mohallamart.table(
  "products",
  {
    productId: text("product_id").primaryKey(),
    shopId: text("shop_id")
      .notNull()
      .references(() => shops.shopId),
    name: text().notNull(),
    description: text().notNull(),
    category: text().notNull(),
    unit: text().notNull(),
    pricePaise: integer("price_paise").notNull(),
    /** Units on hand, those reserved included. */
    stock: integer().notNull(),
    /** Units promised to orders whose stock has not been taken yet. */
    reserved: integer().notNull().default(0),
    /** What the files of its picture are found by. */
    picture: text(),
    createdAt: createdAt(),
  },
  (table) => [
    index("products_by_shop").on(table.shopId, table.category, table.name),
    uniqueIndex("products_by_picture").on(table.picture),
    check("products_price", sql`${table.pricePaise} > 0`),
    check("products_reserved", sql`${table.reserved} between 0 and ${table.stock}`),
  ],
);

export const orders = mohallamart.table(
  "orders",
  {
    orderId: text("order_id").primaryKey(),
    /** No foreign key: an order outlives its customer's account, without the personal data. */
    userId: text("user_id").notNull(),
    shopId: text("shop_id")
      .notNull()
      .references(() => shops.shopId),
    contactName: text("contact_name").notNull(),
    contactEmail: text("contact_email").notNull(),
    contactPhone: text("contact_phone"),
    /** In which its customer ordered; BCP 47. Empty where nobody chose. */
    language: text(),
    totalPaise: bigint("total_paise", { mode: "number" }).notNull(),
    payment: text().$type<"cash" | "prepaid">().notNull(),
    paymentId: text("payment_id"),
    paymentStatus: text("payment_status").$type<PaymentStatus>().notNull().default("due"),
    /** Of a refund of all of it, while the money is not back. */
    refundStatus: text("refund_status").$type<NonNullable<OrderPayment["refund"]>>(),
    status: text().$type<OrderStatus>().notNull().default("placed"),
    placedAt: timestamp("placed_at", { withTimezone: true }).notNull(),
    stockTakenAt: timestamp("stock_taken_at", { withTimezone: true }),
    stockRestoredAt: timestamp("stock_restored_at", { withTimezone: true }),
    /** Counts what ended the links to the order so far; 0 when it gets none any more. */
    linkGeneration: integer("link_generation").notNull().default(1),
  },
  (table) => [
    index("orders_by_user").on(table.userId, table.placedAt),
    index("orders_by_shop").on(table.shopId, table.placedAt),
    // What people call an order; see `order-number.ts`.
    uniqueIndex("orders_by_number")
      .on(sql.raw(`right(order_id, ${numberLength})`))
      .where(sql.raw(`order_id ~ '${numberedId}'`)),
    index("orders_by_payment").on(table.paymentId).where(sql`payment_id is not null`),
    check(
      "orders_refund",
      sql`${table.refundStatus} is null or (${table.paymentStatus} = 'captured' and ${table.refundStatus} in ('pending', 'failed'))`,
    ),
    check("orders_status", sql`${table.status} in ('placed', 'packed', 'shipped', 'delivered', 'cancelled')`),
  ],
);

export const orderLines = mohallamart.table(
  "order_lines",
  {
    orderId: text("order_id")
      .notNull()
      .references(() => orders.orderId),
    /** The line's place in the order, from 0. */
    line: integer().notNull(),
    productId: text("product_id")
      .notNull()
      .references(() => products.productId),
    /** Name, unit and price as they were when ordered. */
    name: text().notNull(),
    unit: text().notNull(),
    pricePaise: integer("price_paise").notNull(),
    quantity: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.productId] }),
    check("order_lines_quantity", sql`${table.quantity} > 0`),
  ],
);

export const orderTracking = mohallamart.table(
  "order_tracking",
  {
    orderId: text("order_id")
      .notNull()
      .references(() => orders.orderId),
    status: text().$type<OrderStatus>().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    trackingNumber: text("tracking_number"),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.status] })],
);

export const inventoryLog = mohallamart.table(
  "inventory_log",
  {
    entry: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    productId: text("product_id")
      .notNull()
      .references(() => products.productId),
    /** The order that caused the change, if one did. */
    orderId: text("order_id").references(() => orders.orderId),
    reason: text().$type<InventoryEntry["reason"]>().notNull(),
    change: integer().notNull(),
    stockAfter: integer("stock_after").notNull(),
    availableAfter: integer("available_after").notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("inventory_log_once").on(table.orderId, table.productId, table.reason),
    index("inventory_log_by_product").on(table.productId, table.at),
  ],
);
