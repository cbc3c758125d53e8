import { userProfileUpdated } from "@org/events/ten-ocean/user-profile-updated";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { awaitDecision, type DecisionPorts, endsWithDecision } from "./await-decision.ts";

type Ports = DecisionPorts & Uses<{ inngest: true }>;

/** Has the captains of a resident's new floor and the admins confirm that they live there; until then nothing changes. */
export function verifyNewUnit(ports: Ports): InngestFunction.Any {
  const { inngest, verifications } = ports;
  return inngest.createFunction(
    {
      id: "verify-new-unit",
      triggers: [{ ...userProfileUpdated, if: "'unit' in event.data.awaiting" }],
      retries: defaultRetries,
      cancelOn: endsWithDecision,
    },
    async ({ event, step }) => {
      const { userId } = event.data;
      const move = await step.run("find-request", async () => {
        const latest = await verifications.get(userId);
        return latest?.purpose === "move" && latest.status === "pending" ? latest : null;
      });
      if (!move) return { newUnit: "not-asked-for" };
      return { newUnit: await awaitDecision(ports, step, move) };
    },
  );
}
