import { and, asc, eq, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { given, sameRow } from "../../given.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { maintenanceRequests } from "../../schema/ten-ocean-community.ts";
import type { MaintenanceChange, MaintenanceRequest, MaintenanceRequests } from "../port.ts";
import { requireUnit } from "../verification/house.postgres.ts";
import { requireResident } from "../verification/residents.postgres.ts";
import { RequestResolvedError, UnknownRequestError } from "./errors.ts";

type RequestRow = typeof maintenanceRequests.$inferSelect;

export function maintenanceIn(database: Database): MaintenanceRequests {
  /** Locks the request, writes what `change` makes of it, and emits when it is another one. */
  async function changeRequest(
    requestId: string,
    events: Emit<MaintenanceChange>,
    change: (before: RequestRow) => RequestRow,
  ): Promise<MaintenanceChange> {
    return await database.transaction(async (transaction) => {
      const before = await lockRequest(transaction, requestId);
      const after = change(before);
      const outcome = { before: requestFrom(before), after: requestFrom(after) };
      if (sameRow(before, after)) return outcome;
      await transaction
        .update(maintenanceRequests)
        .set(after)
        .where(eq(maintenanceRequests.requestId, requestId));
      await appendEvents(transaction, eventsFor(events, outcome));
      return outcome;
    });
  }

  return {
    async create(request, events) {
      return await database.transaction(async (transaction) => {
        await requireResident(transaction, request.userId);
        await requireUnit(transaction, request.unitId);
        const [row] = await transaction
          .insert(maintenanceRequests)
          .values(request)
          .onConflictDoNothing()
          .returning();
        if (!row) return false;
        await appendEvents(transaction, eventsFor(events, requestFrom(row)));
        return true;
      });
    },

    async get(requestId) {
      const found = eq(maintenanceRequests.requestId, requestId);
      const [row] = await database.select().from(maintenanceRequests).where(found);
      return row && requestFrom(row);
    },

    async list({ status, assigneeId, limit = 100 } = {}) {
      const urgency = sql`array_position(array['urgent', 'high', 'normal', 'low'], ${maintenanceRequests.priority})`;
      const rows = await database
        .select()
        .from(maintenanceRequests)
        .where(
          and(
            status === undefined ? undefined : eq(maintenanceRequests.status, status),
            assigneeId === undefined ? undefined : eq(maintenanceRequests.assigneeId, assigneeId),
          ),
        )
        .orderBy(urgency, asc(maintenanceRequests.createdAt), asc(maintenanceRequests.requestId))
        .limit(limit);
      return rows.map(requestFrom);
    },

    assign: (requestId, assigneeId, events) =>
      changeRequest(requestId, events, (before) => {
        if (before.status === "resolved") throw new RequestResolvedError(requestId);
        return { ...before, assigneeId };
      }),

    update: (requestId, { scheduledFor, ...changes }, events) =>
      changeRequest(requestId, events, (before) => {
        if (before.status === "resolved" && changes.status === undefined)
          throw new RequestResolvedError(requestId);
        const date = scheduledFor === undefined ? undefined : new Date(scheduledFor);
        const reopened = { resolvedAt: null, resolvedBy: null, resolution: null };
        return { ...before, ...reopened, ...given({ ...changes, scheduledFor: date }) };
      }),

    async resolve(requestId, { resolvedBy, resolution = null }, events) {
      return await database.transaction(async (transaction) => {
        const before = await lockRequest(transaction, requestId);
        if (before.status === "resolved") return false;
        const after = {
          ...before,
          status: "resolved" as const,
          resolvedAt: new Date(),
          resolvedBy,
          resolution,
        };
        await transaction
          .update(maintenanceRequests)
          .set(after)
          .where(eq(maintenanceRequests.requestId, requestId));
        await appendEvents(transaction, eventsFor(events, requestFrom(after)));
        return true;
      });
    },
  };
}

async function lockRequest(transaction: Queryable, requestId: string): Promise<RequestRow> {
  const [row] = await transaction
    .select()
    .from(maintenanceRequests)
    .where(eq(maintenanceRequests.requestId, requestId))
    .for("no key update");
  if (!row) throw new UnknownRequestError(requestId);
  return row;
}

function requestFrom({ scheduledFor, createdAt, resolvedAt, ...row }: RequestRow): MaintenanceRequest {
  return {
    ...row,
    assigneeId: row.assigneeId ?? undefined,
    resolvedBy: row.resolvedBy ?? undefined,
    resolution: row.resolution ?? undefined,
    scheduledFor: scheduledFor?.toISOString(),
    createdAt: createdAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString(),
  };
}
