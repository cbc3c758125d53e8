import type { maintenanceEntries, maintenanceRequests } from "../../schema/ten-ocean-maintenance.ts";
import type { MaintenanceRequest, RequestEntry } from "../port.ts";

export type RequestRow = typeof maintenanceRequests.$inferSelect;
export type EntryRow = typeof maintenanceEntries.$inferSelect;

export function requestFrom({
  scheduledFor,
  createdAt,
  resolvedAt,
  closedAt,
  ...row
}: RequestRow): MaintenanceRequest {
  return {
    ...row,
    unitId: row.unitId ?? undefined,
    area: row.area ?? undefined,
    assigneeId: row.assigneeId ?? undefined,
    resolvedBy: row.resolvedBy ?? undefined,
    resolution: row.resolution ?? undefined,
    closure: row.closure ?? undefined,
    scheduledFor: scheduledFor?.toISOString(),
    createdAt: createdAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString(),
    closedAt: closedAt?.toISOString(),
  };
}

export function entryFrom({ position: _, at, scheduledFor, ...row }: EntryRow): RequestEntry {
  return {
    ...row,
    at: at.toISOString(),
    by: row.by ?? undefined,
    status: row.status ?? undefined,
    priority: row.priority ?? undefined,
    assigneeId: row.assigneeId ?? undefined,
    scheduledFor: scheduledFor?.toISOString(),
    text: row.text ?? undefined,
  };
}
