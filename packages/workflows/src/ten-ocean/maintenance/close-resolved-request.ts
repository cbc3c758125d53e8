import { maintenanceRequestResolved } from "@org/events/ten-ocean/maintenance-request-resolved";
import { maintenanceRequestUpdated } from "@org/events/ten-ocean/maintenance-request-updated";
import type { InngestFunction } from "inngest";
import { eventTime } from "../../event-time.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { factsOf, findRequest } from "./request-facts.ts";
import { requestResolved, requestUnconfirmed } from "./request-resolved.tsx";

type Ports = Uses<{
  inngest: true;
  maintenance: "get" | "history" | "lapse";
  units: "list";
}>;

const day = 24 * 3_600_000;

/**
 * Asks the tenant whether a repair holds, reminds them after 5 days, and closes the request after 7 when they have not
 * answered. One that was opened again and resolved once more has a run of its own for its own 7 days.
 */
export function closeResolvedRequest(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "close-resolved-request", triggers: [maintenanceRequestResolved], retries: defaultRetries },
    async ({ event, step }) => {
      const { requestId, resolution, entryId } = event.data;
      const begin = eventTime(event).getTime();
      const closesAt = new Date(begin + 7 * day);
      const found = await step.run("fetch-request", () => findResolved(ports, requestId, entryId));
      if (!found) return { closed: false };
      const { tenantId, facts, resolved } = found;

      const end = closesAt.toISOString();
      const done = resolution === undefined ? {} : { resolution };
      const notice = {
        occasion: [requestId, resolved],
        about: requestId,
        userIds: [tenantId],
        data: { ...facts, ...done, closesAt: end },
        expiresAt: end,
      };
      await tell(step, "ask-tenant", { ...notice, template: requestResolved });
      await step.sleepUntil("wait-for-answer", new Date(begin + 5 * day));
      const unanswered = await step.run("check-for-answer", () => findResolved(ports, requestId, resolved));
      if (!unanswered) return { closed: false };

      await tell(step, "remind-tenant", { ...notice, template: requestUnconfirmed });
      await step.sleepUntil("wait-for-late-answer", closesAt);
      const closed = await step.run("close", () =>
        ports.maintenance.lapse(requestId, resolved, {
          emit: ({ entry }) => [
            maintenanceRequestUpdated.create(
              { requestId, changed: ["status"], closed: "lapsed", entryId: entry.entryId },
              { cause: event },
            ),
          ],
        }),
      );
      return { closed };
    },
  );
}

/** A request as long as the resolution counts; null once it was answered. */
async function findResolved(ports: Ports, requestId: string, entryId: string | undefined) {
  const request = await findRequest(ports, requestId);
  const history = await ports.maintenance.history(requestId);
  const latest = history.findLast(({ kind }) => kind === "resolved")?.entryId;
  if (request.status !== "resolved" || latest === undefined) return null;
  if (entryId !== undefined && entryId !== latest) return null;
  return { tenantId: request.userId, facts: await factsOf(ports, request), resolved: latest };
}
