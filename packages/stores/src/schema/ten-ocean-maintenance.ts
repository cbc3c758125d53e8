import { sql } from "drizzle-orm";
import { bigint, check, index, integer, text, timestamp } from "drizzle-orm/pg-core";
import type { RequestClosure, RequestEntryKind, RequestPriority, RequestStatus } from "../ten-ocean/port.ts";
import { tenOcean, units } from "./ten-ocean.ts";

const time = (name: string) => timestamp(name, { withTimezone: true });

/** Four digits from the first one on, so that nobody takes a number for a unit. */
export const requestNumber = tenOcean.sequence("request_number", { startWith: 1001 });

export const maintenanceRequests = tenOcean.table(
  "maintenance_requests",
  {
    requestId: text("request_id").primaryKey(),
    number: integer().notNull().unique().default(sql`nextval('ten_ocean.request_number')`),
    /** No foreign key: a request outlives its tenant's account, without the personal data. */
    userId: text("user_id").notNull(),
    unitId: text("unit_id").references(() => units.unitId),
    area: text(),
    category: text().notNull(),
    priority: text().$type<RequestPriority>().notNull(),
    description: text().notNull(),
    status: text().$type<RequestStatus>().notNull().default("open"),
    assigneeId: text("assignee_id"),
    scheduledFor: time("scheduled_for"),
    createdAt: time("created_at").notNull().defaultNow(),
    resolvedAt: time("resolved_at"),
    resolvedBy: text("resolved_by"),
    resolution: text(),
    closedAt: time("closed_at"),
    closure: text().$type<RequestClosure>(),
  },
  (table) => [
    index("maintenance_requests_by_status").on(table.status, table.createdAt),
    index("maintenance_requests_by_user").on(table.userId, table.createdAt),
    check("maintenance_requests_place", sql`(${table.unitId} is null) = (${table.area} is not null)`),
    check(
      "maintenance_requests_status",
      sql`${table.status} in ('open', 'in-progress', 'on-hold', 'resolved', 'closed')`,
    ),
    check("maintenance_requests_priority", sql`${table.priority} in ('low', 'normal', 'high', 'urgent')`),
    check(
      "maintenance_requests_resolved",
      sql`${table.status} = 'closed' or (${table.status} = 'resolved') = (${table.resolvedAt} is not null)`,
    ),
    check(
      "maintenance_requests_closed",
      sql`(${table.status} = 'closed') = (${table.closedAt} is not null and ${table.closure} is not null)`,
    ),
    check("maintenance_requests_closure", sql`${table.closure} in ('confirmed', 'lapsed', 'withdrawn')`),
  ],
);

export const maintenanceEntries = tenOcean.table(
  "maintenance_entries",
  {
    entryId: text("entry_id").primaryKey(),
    requestId: text("request_id")
      .notNull()
      .references(() => maintenanceRequests.requestId),
    position: bigint({ mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    at: time("at").notNull().defaultNow(),
    kind: text().$type<RequestEntryKind>().notNull(),
    /** Nobody's where it happened by itself. */
    by: text("by"),
    status: text().$type<RequestStatus>(),
    priority: text().$type<RequestPriority>(),
    assigneeId: text("assignee_id"),
    scheduledFor: time("scheduled_for"),
    text: text(),
  },
  (table) => [index("maintenance_entries_by_request").on(table.requestId, table.position)],
);
