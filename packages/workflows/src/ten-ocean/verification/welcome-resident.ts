import { userStatusChanged } from "@org/events/ten-ocean/user-status-changed";
import { userVerified } from "@org/events/ten-ocean/user-verified";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { findDecided } from "./find-decided.ts";
import { newUnitConfirmed } from "./new-unit-confirmed.tsx";
import { residentWelcome } from "./resident-welcome.tsx";

type Ports = Uses<{
  inngest: true;
  residents: "admit" | "get";
  units: "list";
  verifications: "get";
}>;

/** Makes a resident of somebody who was verified and welcomes them; one whose new unit was confirmed is told that. */
export function welcomeResident(ports: Ports): InngestFunction.Any {
  const { inngest, residents } = ports;
  return inngest.createFunction(
    { id: "welcome-resident", triggers: [userVerified], retries: defaultRetries },
    async ({ event, step }) => {
      const { userId, verifiedBy, round = 1, purpose = "registration" } = event.data;
      const told = { occasion: [userId, String(round)], userIds: [userId], about: userId };
      if (purpose === "move") {
        const { unit } = await step.run("find-new-unit", () => findDecided(ports, userId, round));
        await tell(step, "tell-of-new-unit", { template: newUnitConfirmed, data: { unit }, ...told });
        return { standing: "resident" };
      }
      const { standing, unit } = await step.run("update-standing", async () => {
        await residents.admit(userId, {
          emit: (change) => [
            userStatusChanged.create({ ...change, changedBy: verifiedBy }, { cause: event }),
          ],
        });
        return findDecided(ports, userId, round);
      });
      // Somebody who was removed, or suspended before this ran, is not welcomed.
      if (standing === "resident")
        await tell(step, "welcome", { template: residentWelcome, data: { unit }, ...told });
      return { standing };
    },
  );
}
