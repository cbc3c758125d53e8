import { commonAreas } from "@org/events/ten-ocean/fields";
import { maintenanceRequestAssigned } from "@org/events/ten-ocean/maintenance-request-assigned";
import { maintenanceRequestCreated } from "@org/events/ten-ocean/maintenance-request-created";
import { maintenanceRequestResolved } from "@org/events/ten-ocean/maintenance-request-resolved";
import { maintenanceRequestUpdated } from "@org/events/ten-ocean/maintenance-request-updated";
import type {
  MaintenanceChange,
  MaintenanceChanges,
  NewMaintenanceRequest,
} from "@org/stores/ten-ocean/port";
import { eventsOf } from "./events-of.ts";
import type { TestBench } from "./test-bench.ts";

/** Maya's tap, in unit 4B. */
const leak = {
  requestId: "req_1",
  userId: "user_maya",
  unitId: "unit_4B",
  category: "plumbing",
  priority: "normal",
  description: "The tap drips.",
} as const satisfies NewMaintenanceRequest;

/** What people do with the leak, as the portal does it: each change and its event in one write. */
export function repairLeak({ tenOcean: { maintenance } }: TestBench) {
  const { requestId } = leak;
  return {
    report(changes: Partial<Omit<NewMaintenanceRequest, "category">> = {}) {
      const request = { ...leak, ...changes };
      const { userId, unitId = commonAreas, category, priority } = request;
      const created = { requestId: request.requestId, userId, unitId, category, priority };
      return maintenance.create(request, { emit: [maintenanceRequestCreated.create(created)] });
    },
    assign: (assigneeId: string, by = "admin_001") =>
      maintenance.assign(
        requestId,
        { assigneeId, by },
        {
          emit: ({ before }) => [
            maintenanceRequestAssigned.create({
              ...{ requestId, assigneeId, assignedBy: by, formerAssigneeId: before.assigneeId },
            }),
          ],
        },
      ),
    change: (changes: MaintenanceChanges, by = "admin_001") =>
      maintenance.update(requestId, { ...changes, by }, { emit: updated }),
    comment: (text: string, by: string = leak.userId, entryId = "entry_comment") =>
      maintenance.comment(requestId, { entryId, by, text }, { emit: updated }),
    resolve: (resolution = "New washer.", resolvedBy = "admin_002") =>
      maintenance.resolve(
        requestId,
        { resolvedBy, resolution },
        {
          emit: ({ entry: { entryId } }) => [
            maintenanceRequestResolved.create({ requestId, resolvedBy, resolution, entryId }),
          ],
        },
      ),
    reopen: (text = "Still drips.", entryId = "entry_again") =>
      maintenance.reopen(requestId, { entryId, by: leak.userId, text }, { emit: updated }),
    confirm: () => maintenance.confirm(requestId, { by: leak.userId }, { emit: updated }),
    withdraw: () => maintenance.withdraw(requestId, { by: leak.userId }, { emit: updated }),
    status: async () => (await maintenance.get(requestId))?.status,
  };
}

function updated({ after, entry }: MaintenanceChange) {
  const { requestId, entryId, by, kind, priority, scheduledFor, status, text } = entry;
  return [
    maintenanceRequestUpdated.create({
      ...{ requestId, entryId, by, priority, scheduledFor, closed: after.closure },
      changed: [
        ...(status ? ["status" as const] : []),
        ...(priority && kind !== "reopened" ? ["priority" as const] : []),
        ...(scheduledFor || kind === "unscheduled" ? ["schedule" as const] : []),
        ...(text ? ["description" as const] : []),
      ],
      status: status === "resolved" || status === "closed" ? undefined : status,
      reopened: kind === "reopened" || undefined,
    }),
  ];
}

/** Who was told what, in the order of telling: `request-received > user_maya`. */
export function toldOf({ engine }: TestBench): string[] {
  return eventsOf(engine, { name: "notification/route" }).map(({ data }) => {
    const { template, userIds } = Object(data);
    return `${template} > ${[...userIds].toSorted().join(" ")}`;
  });
}

/** What a template was given, of each time that it was used. */
export function dataOf({ engine }: TestBench, template: string): Record<string, unknown>[] {
  const events = eventsOf(engine, { name: "notification/route" }).map(({ data }) => Object(data));
  return events.filter((event) => event.template === template).map(({ data }) => data);
}
