import { userStatusChanged } from "@org/events/ten-ocean/user-status-changed";
import { rsvpEvents } from "@org/stores/ten-ocean/community/invitation-events";
import type { InngestFunction } from "inngest";
import { eventTime } from "../../event-time.ts";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";

type Ports = Uses<{ inngest: true; residents: "get"; rsvps: "withdraw" }>;

/** Takes back the answers to coming events of a member who no longer lives in the house; who waits gets the seats. */
export function withdrawAnswers(ports: Ports): InngestFunction.Any {
  const { inngest, residents, rsvps } = ports;
  return inngest.createFunction(
    { id: "withdraw-answers", triggers: [userStatusChanged], retries: defaultRetries },
    async ({ event, step }) => {
      const { userId } = event.data;
      const from = eventTime(event).toISOString();
      const withdrawn = await step.run("withdraw-answers", async () => {
        // They may have been let in again since.
        if ((await residents.get(userId))?.standing === "resident") return 0;
        const outcomes = await rsvps.withdraw(
          { userId, from },
          { emit: (outcome) => rsvpEvents(outcome, "withdrawn") },
        );
        return outcomes.length;
      });
      return { withdrawn };
    },
  );
}
