import { sql } from "drizzle-orm";
import { check, index, integer, pgSchema, text, timestamp } from "drizzle-orm/pg-core";
import type { Admin, Standing, VerificationStatus } from "../ten-ocean/port.ts";

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
  },
  (table) => [
    check("residents_status", sql`${table.status} in ('pending', 'verified', 'rejected')`),
    check("residents_standing", sql`${table.standing} in ('pending', 'resident', 'alumni', 'suspended')`),
  ],
);

export const verifications = tenOcean.table(
  "verifications",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => residents.userId),
    status: text().$type<VerificationStatus>().notNull().default("pending"),
    openedAt: timestamp("opened_at", { withTimezone: true }).notNull().defaultNow(),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
    decidedBy: text("decided_by"),
    reason: text(),
  },
  (table) => [
    check("verifications_status", sql`${table.status} in ('pending', 'verified', 'rejected')`),
    index("verifications_pending").on(table.openedAt).where(sql`status = 'pending'`),
  ],
);

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
