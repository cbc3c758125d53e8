import { maintenanceRequestCreated } from "@org/events/ten-ocean/maintenance-request-created";
import { maintenanceRequestUpdated } from "@org/events/ten-ocean/maintenance-request-updated";
import type { InngestFunction } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { eventTime } from "../../event-time.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { excerptOf, factsOf, findRequest } from "./request-facts.ts";
import { requestUnattended, urgentRequestUnattended } from "./request-unattended.tsx";

type Ports = Uses<{
  inngest: true;
  maintenance: "get" | "history" | "escalate";
  units: "list";
  admins: "list";
}>;

const hour = 3_600_000;

/** Became urgent, or was opened again: both begin a wait of their own. */
const waitsAnew = {
  ...maintenanceRequestUpdated,
  if: "event.data.priority == 'urgent' || event.data.reopened == true",
};

/**
 * Tells the whole board of a request that nobody took: of an urgent one after an hour, of any after 24. Whether it is
 * still so the store says when the wait is over. One that becomes urgent has a run of its own for its hour; the run
 * that began with the request keeps to the 24.
 */
export function escalateRequest(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "escalate-request", triggers: [maintenanceRequestCreated, waitsAnew], retries: defaultRetries },
    async ({ event, step }) => {
      const { requestId, priority } = event.data;
      const begin = eventTime(event).getTime();
      const onlyBecameUrgent = event.name === maintenanceRequestUpdated.event && !event.data.reopened;
      const since = await step.run("find-begin", () => beginOf(ports, event));
      if (since === undefined) return { escalated: false };

      if (priority === "urgent") {
        await step.sleepUntil("wait-an-hour", new Date(begin + hour));
        const urgent = await step.run("check-after-an-hour", () =>
          noteWaiting(ports, requestId, { since, urgent: true }),
        );
        if (urgent) return await tellBoard(step, urgent);
        if (onlyBecameUrgent) return { escalated: false };
      }
      await step.sleepUntil("wait-a-day", new Date(begin + 24 * hour));
      const waiting = await step.run("check-after-a-day", () =>
        noteWaiting(ports, requestId, { since, urgent: false }),
      );
      return waiting ? await tellBoard(step, waiting) : { escalated: false };
    },
  );
}

/** The line of the history from which on it waits. */
async function beginOf(
  { maintenance }: Ports,
  { data }: { data: { requestId: string; entryId?: string } },
): Promise<string | undefined> {
  if (data.entryId !== undefined) return data.entryId;
  const history = await maintenance.history(data.requestId);
  return history.find(({ kind }) => kind === "created")?.entryId;
}

async function noteWaiting(ports: Ports, requestId: string, waiting: { since: string; urgent: boolean }) {
  if (!(await ports.maintenance.escalate(requestId, waiting))) return null;
  const request = await findRequest(ports, requestId);
  return {
    since: waiting.since,
    isUrgent: request.priority === "urgent",
    data: { ...(await factsOf(ports, request)), description: excerptOf(request.description) },
    board: (await ports.admins.list()).map(({ adminId }) => adminId),
  };
}

type Waiting = NonNullable<Awaited<ReturnType<typeof noteWaiting>>>;

async function tellBoard(step: WorkflowStep, { since, isUrgent, data, board }: Waiting) {
  await tell(step, "tell-whole-board", {
    template: isUrgent ? urgentRequestUnattended : requestUnattended,
    occasion: [data.requestId, since],
    userIds: board,
    data,
    about: data.requestId,
  });
  return { escalated: true, told: board.length };
}
