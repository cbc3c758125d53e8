import { userRegistered } from "@org/events/ten-ocean/user-registered";
import { type InngestFunction, NonRetriableError } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { awaitDecision, type DecisionPorts, endsWithDecision } from "./await-decision.ts";
import { registrationReceived } from "./registration-received.tsx";

type Ports = DecisionPorts & Uses<{ inngest: true; verifications: "open" | "get" | "lapse" }>;

/**
 * Puts somebody who registered into the verification queue, gives them the way to their registration's page, and asks
 * those who can vouch for them to decide; nobody does in 14 days, and it lapses.
 */
export function userRegistrationWorkflow(ports: Ports): InngestFunction.Any {
  const { inngest, residents, verifications } = ports;
  return inngest.createFunction(
    {
      id: "user-registration-workflow",
      triggers: [userRegistered],
      retries: defaultRetries,
      cancelOn: endsWithDecision,
    },
    async ({ event, step }) => {
      const { userId, round = 1 } = event.data;
      await step.run("fetch-resident", async () => {
        if (await residents.get(userId)) return;
        throw new NonRetriableError(
          `Resident ${userId} does not exist: it was deleted, or the event names a wrong one.`,
        );
      });
      const opened = await step.run("add-to-verification-queue", () => verifications.open(userId));
      // An event that comes again, after it was decided and perhaps asked anew, has nothing more to start.
      if (opened.round !== round || opened.status !== "pending") return { registration: opened.status };

      await tell(step, "tell-applicant", {
        template: registrationReceived,
        occasion: [userId, String(round)],
        userIds: [userId],
        about: userId,
        data: { userId },
      });
      return { registration: await awaitDecision(ports, step, { userId, round }) };
    },
  );
}
