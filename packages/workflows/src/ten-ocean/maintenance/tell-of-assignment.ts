import { maintenanceRequestAssigned } from "@org/events/ten-ocean/maintenance-request-assigned";
import type { InngestFunction } from "inngest";
import { eventId } from "../../event-id.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { requestAssigned, requestEntrusted, requestPassedOn } from "./request-assigned.tsx";
import { excerptOf, factsOf, findRequest, nameOf } from "./request-facts.ts";

type Ports = Uses<{
  inngest: true;
  maintenance: "get";
  units: "list";
  admins: "get";
  residents: "get";
}>;

/** Tells whoever was put in charge, the tenant, and whoever was in charge before; each hears of it once. */
export function tellOfAssignment(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "tell-of-assignment", triggers: [maintenanceRequestAssigned], retries: defaultRetries },
    async ({ event, step }) => {
      const { requestId, assigneeId, formerAssigneeId } = event.data;
      const { facts, tenantId, tenant, assignee, description } = await step.run("fetch-request", async () => {
        const request = await findRequest(ports, requestId);
        return {
          facts: await factsOf(ports, request),
          tenantId: request.userId,
          tenant: await nameOf(ports, request.userId),
          assignee: await nameOf(ports, assigneeId),
          description: excerptOf(request.description),
        };
      });
      const notice = { occasion: [requestId, eventId(event)], about: requestId };
      await tell(step, "tell-assignee", {
        ...notice,
        template: requestEntrusted,
        userIds: [assigneeId],
        data: { ...facts, tenant, description },
      });
      await tell(step, "tell-tenant", {
        ...notice,
        template: requestAssigned,
        userIds: [tenantId].filter((userId) => userId !== assigneeId),
        data: { ...facts, assignee },
      });
      const former = [formerAssigneeId].filter((memberId) => memberId !== undefined);
      await tell(step, "tell-former-assignee", {
        ...notice,
        template: requestPassedOn,
        userIds: former.filter((memberId) => memberId !== assigneeId && memberId !== tenantId),
        data: { ...facts, assignee },
      });
    },
  );
}
