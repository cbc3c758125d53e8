import { maintenanceRequestUpdated } from "@org/events/ten-ocean/maintenance-request-updated";
import type { InngestFunction } from "inngest";
import type * as z from "zod";
import { eventId } from "../../event-id.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { boardOf, excerptOf, factsOf, findRequest, nameOf } from "./request-facts.ts";
import { entrustedRequestUpdated, requestUpdated } from "./request-updated.tsx";

type Ports = Uses<{
  inngest: true;
  maintenance: "get" | "history";
  units: "list";
  admins: "get" | "list";
  residents: "get";
}>;

type Update = z.output<typeof maintenanceRequestUpdated.schema>;

/**
 * Tells the tenant and whoever is in charge what changed or was written, except for whoever did it. Where nobody is in
 * charge, those who look after the request hear what its tenant has to say.
 */
export function tellOfUpdate(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "tell-of-update", triggers: [maintenanceRequestUpdated], retries: defaultRetries },
    async ({ event, step }) => {
      const { requestId } = event.data;
      const { tenants, workers, data } = await step.run("fetch-request", () => findUpdate(ports, event.data));
      const notice = { occasion: [requestId, eventId(event)], about: requestId, data };
      await tell(step, "tell-tenant", { ...notice, template: requestUpdated, userIds: tenants });
      await tell(step, "tell-assignee", { ...notice, template: entrustedRequestUpdated, userIds: workers });
    },
  );
}

async function findUpdate(ports: Ports, update: Update) {
  const { requestId, by, entryId, changed, status, priority, scheduledFor, reopened, closed } = update;
  const request = await findRequest(ports, requestId);
  const history = await ports.maintenance.history(requestId);
  const text = history.find((entry) => entry.entryId === entryId)?.text;
  return {
    ...(await recipients(ports, request, update)),
    data: {
      ...(await factsOf(ports, request)),
      author: by && (await nameOf(ports, by)),
      ...{ status, priority, scheduledFor, reopened, closed },
      unscheduled: (changed.includes("schedule") && scheduledFor === undefined) || undefined,
      text: text && excerptOf(text),
    },
  };
}

async function recipients(
  ports: Ports,
  { userId, unitId, assigneeId }: { userId: string; unitId?: string; assigneeId?: string },
  { by, closed }: Update,
): Promise<{ tenants: string[]; workers: string[] }> {
  const tenants = [userId].filter((tenant) => tenant !== by);
  // Nobody who never took it has to hear that it is over.
  const unassigned = by === userId && closed === undefined ? await boardOf(ports, { unitId }) : [];
  const workers = assigneeId === undefined ? unassigned : by === undefined ? [] : [assigneeId];
  return { tenants, workers: workers.filter((worker) => worker !== by && worker !== userId) };
}
