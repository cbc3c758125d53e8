import { userRejected } from "@org/events/ten-ocean/user-rejected";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { findDecided } from "./find-decided.ts";
import { newUnitRejected } from "./new-unit-rejected.tsx";
import { registrationRejected } from "./registration-rejected.tsx";

type Ports = Uses<{ inngest: true; residents: "get"; units: "list"; verifications: "get" }>;

/** Tells somebody who was turned down why, and what they can do; their standing stays what it was. */
export function tellRejectedApplicant(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "tell-rejected-applicant", triggers: [userRejected], retries: defaultRetries },
    async ({ event, step }) => {
      const { userId, reason = "", round = 1, purpose = "registration" } = event.data;
      const { standing, unit } = await step.run("find-applicant", () => findDecided(ports, userId, round));
      if (standing === "removed") return { standing };
      const told = { occasion: [userId, String(round)], userIds: [userId], about: userId };
      if (purpose === "move") {
        await tell(step, "tell-of-unit", { template: newUnitRejected, data: { unit, reason }, ...told });
      } else {
        const data = { userId, reason };
        await tell(step, "tell-applicant", { template: registrationRejected, data, ...told });
      }
      return { standing };
    },
  );
}
