import { inventoryLog, products, shopkeepers, shops } from "../../schema/mohallamart.ts";
import { receivedApplications } from "../../schema/mohallamart-applications.ts";
import { stockAlerts } from "../../schema/mohallamart-stock.ts";
import { watchers } from "../../schema/mohallamart-users.ts";
import { copied } from "../copied-table.ts";
import { derived, same, time } from "../fields.ts";

export const shopTables = [
  copied({
    name: "shops",
    table: shops,
    fields: {
      shopId: same("shop_id"),
      name: same("name"),
      area: same("area"),
      description: same("description"),
      listed: same("listed"),
    },
  }),
  copied({
    name: "shopkeepers",
    table: shopkeepers,
    fields: {
      shopkeeperId: same("shopkeeper_id"),
      shopId: same("shop_id"),
      name: same("name"),
      email: same("email"),
      address: derived((row) => String(row.email).toLowerCase()),
      phone: same("phone"),
      applicantId: same("applicant_id"),
      status: same("status"),
      createdAt: time("created_at"),
      decidedAt: time("decided_at"),
      approvedBy: same("approved_by"),
      rejectedBy: same("rejected_by"),
      rejection: same("rejection"),
      dashboardAccess: same("dashboard_access"),
    },
  }),
  copied({
    name: "receivedApplications",
    table: receivedApplications,
    fields: {
      shopkeeperId: same("shopkeeper_id"),
      shopName: same("shop_name"),
      area: same("area"),
      description: same("description"),
      name: same("name"),
      email: same("email"),
      phone: same("phone"),
      token: same("token"),
      receivedAt: time("received_at"),
      expiresAt: time("expires_at"),
    },
  }),
  copied({
    name: "products",
    table: products,
    fields: {
      productId: same("product_id"),
      shopId: same("shop_id"),
      name: same("name"),
      description: same("description"),
      category: same("category"),
      unit: same("unit"),
      pricePaise: same("price_paise"),
      stock: same("stock"),
      reserved: same("reserved"),
      picture: same("picture"),
    },
  }),
  copied({
    name: "watchers",
    table: watchers,
    fields: { productId: same("product_id"), userId: same("user_id") },
  }),
  copied({
    name: "stockAlerts",
    table: stockAlerts,
    also: { shop_id: "(select p.shop_id from mohallamart.products p where p.product_id = t.product_id)" },
    fields: {
      alertId: same("alert_id"),
      productId: same("product_id"),
      shopId: derived((row) => String(row.shop_id)),
      isOpen: derived((row) => row.closed_at === null),
      raisedAt: time("raised_at"),
      closedAt: time("closed_at"),
      closedBy: same("closed_by"),
    },
  }),
];

/** It names orders, which come before it. */
export const stockTables = [
  copied({
    name: "inventoryLog",
    table: inventoryLog,
    beside: ["entry"],
    fields: {
      productId: same("product_id"),
      orderId: same("order_id"),
      reason: same("reason"),
      change: same("change"),
      stockAfter: same("stock_after"),
      availableAfter: same("available_after"),
      at: time("at"),
    },
  }),
];
