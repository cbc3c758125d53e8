import type { EventToSend } from "@org/events";
import { maintenanceRequestUpdated } from "@org/events/ten-ocean/maintenance-request-updated";
import type { MaintenanceChange } from "@org/stores/ten-ocean/port";

/** The event of a change, as the history's line has it. */
export function requestUpdated({ after, entry }: MaintenanceChange): EventToSend[] {
  const { requestId, entryId, by, kind, priority, scheduledFor } = entry;
  const isReopened = kind === "reopened";
  const isRescheduled = kind === "unscheduled" || scheduledFor !== undefined;
  const changed = [
    ...(entry.status === undefined ? [] : ["status" as const]),
    ...(priority === undefined || isReopened ? [] : ["priority" as const]),
    ...(isRescheduled ? ["schedule" as const] : []),
    ...(entry.text === undefined ? [] : ["description" as const]),
  ];
  const { status } = entry;
  return [
    maintenanceRequestUpdated.create({
      requestId,
      changed,
      status: status === "resolved" || status === "closed" ? undefined : status,
      priority,
      scheduledFor,
      by,
      entryId,
      reopened: isReopened || undefined,
      closed: after.closure,
    }),
  ];
}
