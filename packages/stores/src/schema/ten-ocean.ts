import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Admin, Standing, Verification, VerificationStatus } from "../ten-ocean/port.ts";

export const tenOcean = pgSchema("ten_ocean");

export const units = tenOcean.table("units", {
  unitId: text("unit_id").primaryKey(),
  label: text().notNull().unique(),
  floor: integer().notNull(),
});

export const residents = tenOcean.table(
  "residents",
  {
    userId: text("user_id").primaryKey(),
    /** Lower case. */
    email: text().notNull().unique(),
    firstName: text("first_name").notNull(),
    lastName: text("last_name").notNull(),
    unitId: text("unit_id").references(() => units.unitId),
    phone: text(),
    status: text().$type<VerificationStatus>().notNull().default("pending"),
    standing: text().$type<Standing>().notNull().default("pending"),
    registeredAt: timestamp("registered_at", { withTimezone: true }).notNull().defaultNow(),
    /** Counts what ends the links to their registration so far. */
    linkGeneration: integer("link_generation").notNull().default(1),
  },
  (table) => [
    check("residents_status", sql`${table.status} in ('pending', 'verified', 'rejected', 'lapsed')`),
    check("residents_standing", sql`${table.standing} in ('pending', 'resident', 'alumni', 'suspended')`),
    index("residents_by_unit").on(table.unitId),
  ],
);

/** Ids under which nobody registers any more. */
export const removedResidents = tenOcean.table("removed_residents", {
  userId: text("user_id").primaryKey(),
  removedAt: timestamp("removed_at", { withTimezone: true }).notNull().defaultNow(),
});

export const verifications = tenOcean.table(
  "verifications",
  {
    userId: text("user_id")
      .notNull()
      .references(() => residents.userId),
    /** Counts a resident's verifications; what was decided before stays as it is. */
    round: integer().notNull().default(1),
    purpose: text().$type<Verification["purpose"]>().notNull().default("registration"),
    unitId: text("unit_id").references(() => units.unitId),
    status: text().$type<Verification["status"]>().notNull().default("pending"),
    openedAt: timestamp("opened_at", { withTimezone: true }).notNull().defaultNow(),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
    decidedBy: text("decided_by"),
    reason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.round] }),
    check("verifications_purpose", sql`${table.purpose} in ('registration', 'move')`),
    check(
      "verifications_status",
      sql`${table.status} in ('pending', 'verified', 'rejected', 'lapsed', 'withdrawn')`,
    ),
    index("verifications_pending").on(table.openedAt).where(sql`status = 'pending'`),
    uniqueIndex("verifications_one_pending").on(table.userId).where(sql`status = 'pending'`),
  ],
);

/** New addresses that wait for both mailboxes; a newer request takes the row's place. */
export const emailChanges = tenOcean.table("email_changes", {
  userId: text("user_id")
    .primaryKey()
    .references(() => residents.userId, { onDelete: "cascade" }),
  changeId: text("change_id").notNull().unique(),
  /** Lower case. */
  newEmail: text("new_email").notNull(),
  /** Of the links; they are sent by a step that may have to send the same one again, so they are kept as they are. */
  oldToken: text("old_token").notNull().unique(),
  newToken: text("new_token").notNull().unique(),
  oldConfirmedAt: timestamp("old_confirmed_at", { withTimezone: true }),
  newConfirmedAt: timestamp("new_confirmed_at", { withTimezone: true }),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
});

export const admins = tenOcean.table(
  "admins",
  {
    adminId: text("admin_id").primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    phone: text(),
    role: text().$type<Admin["role"]>().notNull(),
    floor: integer(),
  },
  (table) => [
    check("admins_role", sql`${table.role} in ('admin', 'floor-captain')`),
    check("admins_floor", sql`(${table.role} = 'floor-captain') = (${table.floor} is not null)`),
  ],
);
