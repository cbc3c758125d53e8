import { userStatusChanged } from "@org/events/ten-ocean/user-status-changed";
import { tenOceanSubject } from "@org/stores/sessions/subject";
import type { InngestFunction } from "inngest";
import { eventId } from "../../event-id.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { accessRestored } from "./access-restored.tsx";
import { accessWithdrawn } from "./access-withdrawn.tsx";

type Ports = Uses<{
  inngest: true;
  residents: "get";
  verifications: "withdraw";
  emailChanges: "discard";
  sessions: "closeAllOf";
}>;

/**
 * Takes from somebody who is no resident any more what only residents have: their sessions and what they asked to
 * change; one who is a resident again is told so. `withdraw-answers` takes back their answers to coming events; messages
 * and digests go to residents only.
 */
export function followStatusChange(ports: Ports): InngestFunction.Any {
  const { inngest, residents, sessions } = ports;
  return inngest.createFunction(
    { id: "follow-status-change", triggers: [userStatusChanged], retries: defaultRetries },
    async ({ event, step }) => {
      const { userId, from, to } = event.data;
      // Whoever is a resident for the first time is welcomed by `welcome-resident`.
      if (from === "pending" || to === "pending") return { followed: false };
      const standing = await step.run("find-standing", async () => (await residents.get(userId))?.standing);
      // A later change has an event of its own.
      if (standing !== to) return { followed: false };

      const told = {
        occasion: [userId, to, eventId(event).replace(/[^\w.+-]/g, "-")],
        userIds: [userId],
        about: userId,
      };
      if (to === "resident") {
        await tell(step, "tell-of-return", { template: accessRestored, data: {}, ...told });
        return { followed: true };
      }
      const subject = tenOceanSubject(userId);
      await step.run("end-sessions", () => sessions.closeAllOf(subject));
      await step.run("withdraw-requests", async () => {
        await ports.verifications.withdraw(userId);
        await ports.emailChanges.discard(userId);
      });
      await tell(step, "tell-of-end", { template: accessWithdrawn, data: { standing: to }, ...told });
      return { followed: true };
    },
  );
}
