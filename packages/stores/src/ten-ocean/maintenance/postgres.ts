import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { units } from "../../schema/ten-ocean.ts";
import { maintenanceRequests } from "../../schema/ten-ocean-maintenance.ts";
import type { MaintenanceChange, MaintenanceRequests, RequestFilter } from "../port.ts";
import { requireUnit } from "../verification/house.postgres.ts";
import { keepResident } from "../verification/residents.postgres.ts";
import { addEntry, changeRequest, entriesOf, lockRequest, type Plan } from "./changes.postgres.ts";
import {
  assigned,
  commented,
  confirmed,
  escalationOf,
  isWaiting,
  lapsed,
  reopened,
  resolved,
  updated,
  withdrawn,
} from "./plans.postgres.ts";
import { entryFrom, requestFrom } from "./rows.postgres.ts";

export function maintenanceIn(database: Database): MaintenanceRequests {
  const find = async (found: SQL) => {
    const [row] = await database.select().from(maintenanceRequests).where(found);
    return row && requestFrom(row);
  };
  const change = (requestId: string, events: Emit<MaintenanceChange>, plan: Plan) =>
    changeRequest(database, requestId, events, plan);

  return {
    async create(request, events) {
      return await database.transaction(async (transaction) => {
        await keepResident(transaction, request.userId);
        if (request.unitId !== undefined) await requireUnit(transaction, request.unitId);
        const [row] = await transaction
          .insert(maintenanceRequests)
          .values(request)
          .onConflictDoNothing()
          .returning();
        if (!row) return false;
        const { userId: by, status, priority } = row;
        await addEntry(transaction, row, { kind: "created", by, status, priority });
        await appendEvents(transaction, eventsFor(events, requestFrom(row)));
        return true;
      });
    },

    get: (requestId) => find(eq(maintenanceRequests.requestId, requestId)),
    findByNumber: (number) => find(eq(maintenanceRequests.number, number)),

    async list(filter = {}) {
      const { order = "urgency", limit = 100 } = filter;
      const rows = await database
        .select()
        .from(maintenanceRequests)
        .where(and(...conditions(filter), behind(filter)))
        .orderBy(...(order === "newest" ? [desc(maintenanceRequests.number)] : byUrgency))
        .limit(limit);
      return rows.map(requestFrom);
    },

    history: async (requestId) => (await entriesOf(database, requestId)).map(entryFrom),

    assign: async (requestId, assignment, events) =>
      (await change(requestId, events, assigned(assignment))).request,
    update: async (requestId, changes, events) => (await change(requestId, events, updated(changes))).request,
    comment: async (requestId, comment, events) =>
      (await change(requestId, events, commented(comment))).changed,
    resolve: async (requestId, resolution, events) =>
      (await change(requestId, events, resolved(resolution))).changed,
    reopen: async (requestId, reason, events) => (await change(requestId, events, reopened(reason))).changed,
    confirm: async (requestId, { by }, events) => (await change(requestId, events, confirmed(by))).changed,
    withdraw: async (requestId, { by }, events) => (await change(requestId, events, withdrawn(by))).changed,
    lapse: async (requestId, resolution, events) =>
      (await change(requestId, events, lapsed(resolution))).changed,

    async escalate(requestId, waiting) {
      return await database.transaction(async (transaction) => {
        const request = await lockRequest(transaction, requestId);
        const history = await entriesOf(transaction, requestId);
        if (!isWaiting(request, history, waiting)) return false;
        const entryId = escalationOf(waiting.since);
        if (history.every((entry) => entry.entryId !== entryId))
          await addEntry(transaction, request, { kind: "escalated", entryId });
        return true;
      });
    },
  };
}

const urgency = sql`array_position(array['urgent', 'high', 'normal', 'low'], ${maintenanceRequests.priority})`;
const byUrgency = [urgency, asc(maintenanceRequests.createdAt), asc(maintenanceRequests.requestId)];

function conditions(filter: RequestFilter): (SQL | undefined)[] {
  const { status, priority, userId, assigneeId, unassigned, commonAreas, seenBy } = filter;
  const requests = maintenanceRequests;
  return [
    status === undefined ? undefined : eq(requests.status, status),
    priority === undefined ? undefined : eq(requests.priority, priority),
    userId === undefined ? undefined : eq(requests.userId, userId),
    assigneeId === undefined ? undefined : eq(requests.assigneeId, assigneeId),
    unassigned ? isNull(requests.assigneeId) : undefined,
    commonAreas ? isNotNull(requests.area) : undefined,
    seenBy && or(onFloor(seenBy.floor), eq(requests.assigneeId, seenBy.memberId)),
  ];
}

function onFloor(floor: number): SQL {
  return sql`${maintenanceRequests.unitId} in (select ${units.unitId} from ${units} where ${units.floor} = ${floor})`;
}

/** Compared in the database, whose times are finer than ours. */
function behind({ order = "urgency", after }: RequestFilter): SQL | undefined {
  if (after === undefined) return undefined;
  const last = (value: SQL) => sql`(select ${value} from ${maintenanceRequests} where request_id = ${after})`;
  if (order === "newest") return sql`${maintenanceRequests.number} < ${last(sql`number`)}`;
  const { createdAt, requestId } = maintenanceRequests;
  return sql`(${urgency}, ${createdAt}, ${requestId}) > ${last(sql`${urgency}, created_at, request_id`)}`;
}
