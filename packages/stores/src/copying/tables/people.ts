import { closedAccounts, staff, users } from "../../schema/mohallamart.ts";
import { savedAddresses } from "../../schema/mohallamart-addresses.ts";
import { consents, unsubscribeTokens } from "../../schema/mohallamart-consent.ts";
import { notifications, preferences } from "../../schema/mohallamart-users.ts";
import { copied } from "../copied-table.ts";
import { derived, group, same, time } from "../fields.ts";

/** Whoever is referred to comes first. */
export const people = [
  copied({
    name: "users",
    table: users,
    fields: {
      userId: same("user_id"),
      name: same("name"),
      email: same("email"),
      phone: same("phone"),
      createdAt: time("created_at"),
      revision: same("revision"),
    },
  }),
  copied({ name: "closedAccounts", table: closedAccounts, fields: { userId: same("user_id") } }),
  copied({
    name: "preferences",
    table: preferences,
    fields: {
      userId: same("user_id"),
      language: same("language"),
      area: same("area"),
      channels: group({ email: same("by_email"), sms: same("by_sms"), push: same("by_push") }),
      quietHours: group({ from: same("quiet_from"), to: same("quiet_to") }),
    },
  }),
  copied({
    name: "consents",
    table: consents,
    beside: ["consent_id"],
    fields: {
      userId: same("user_id"),
      channel: same("channel"),
      granted: same("granted"),
      source: same("source"),
      at: time("at"),
    },
  }),
  copied({
    name: "unsubscribeTokens",
    table: unsubscribeTokens,
    fields: { userId: same("user_id"), token: same("token") },
  }),
  copied({
    name: "notifications",
    table: notifications,
    fields: {
      notificationId: same("notification_id"),
      userId: same("user_id"),
      type: same("type"),
      title: same("title"),
      body: same("body"),
      data: same("data"),
      createdAt: time("created_at"),
      isRead: derived((row) => row.read_at !== null),
      readAt: time("read_at"),
    },
  }),
  copied({
    name: "staff",
    table: staff,
    fields: { staffId: same("staff_id"), name: same("name"), email: same("email") },
  }),
  copied({
    name: "savedAddresses",
    table: savedAddresses,
    fields: {
      addressId: same("address_id"),
      userId: same("user_id"),
      name: same("name"),
      phone: same("phone"),
      line1: same("line1"),
      line2: same("line2"),
      landmark: same("landmark"),
      pinCode: same("pin_code"),
      usedAt: time("used_at"),
    },
  }),
];
