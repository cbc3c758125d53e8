import { maintenanceRequestCreated } from "@org/events/ten-ocean/maintenance-request-created";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { boardOf, excerptOf, factsOf, findRequest, nameOf } from "./request-facts.ts";
import { requestReceived } from "./request-received.tsx";
import { requestReported, urgentRequestReported } from "./request-reported.tsx";

type Ports = Uses<{
  inngest: true;
  maintenance: "get";
  units: "list";
  admins: "list" | "get";
  residents: "get";
}>;

/** Tells a tenant the number of their request, and those who look after it that it is there; an urgent one at any hour. */
export function acknowledgeRequest(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "acknowledge-request", triggers: [maintenanceRequestCreated], retries: defaultRetries },
    async ({ event, step }) => {
      const { requestId, userId, priority } = event.data;
      const urgent = priority === "urgent";
      const { facts, reporter, description, board } = await step.run("fetch-request", async () => {
        const request = await findRequest(ports, requestId);
        return {
          facts: await factsOf(ports, request),
          reporter: await nameOf(ports, request.userId),
          description: excerptOf(request.description),
          board: await boardOf(ports, request),
        };
      });
      const notice = { occasion: [requestId], about: requestId };
      await tell(step, "tell-tenant", {
        ...notice,
        template: requestReceived,
        userIds: [userId],
        data: { ...facts, urgent },
      });
      await tell(step, "tell-board", {
        ...notice,
        template: urgent ? urgentRequestReported : requestReported,
        userIds: board,
        data: { ...facts, reporter, description },
      });
      return { number: facts.number, told: board.length };
    },
  );
}
