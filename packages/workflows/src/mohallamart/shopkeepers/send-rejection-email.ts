import { shopkeeperRejected } from "@org/events/mohallamart/shopkeeper-rejected";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { askForEmails } from "../notifications/ask-for-messages.ts";
import type { Uses } from "../ports.ts";
import { applicationRejected } from "./emails.tsx";
import { findRejected } from "./find-application.ts";

type Ports = Uses<{ inngest: true; shopkeepers: "get" | "application"; shops: "get" }>;

/** Tells an applicant why their application was turned down, and how to apply again. */
export function sendRejectionEmail(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "send-rejection-email", triggers: [shopkeeperRejected], retries: defaultRetries },
    async ({ event, step }) => {
      const { shopkeeperId } = event.data;
      const isThere = await step.run(
        "check-rejection",
        async () => (await findRejected(ports, shopkeeperId)) !== undefined,
      );
      if (!isThere) return { skipped: `The account that applied as ${shopkeeperId} is closed.` };
      const email = await askForEmails(step, "ask-for-email", [
        {
          key: `application-rejected:${shopkeeperId}:email`,
          content: applicationRejected.of({ shopkeeperId }),
          about: shopkeeperId,
          askedBy: "send-rejection-email",
          recipient: "shopkeeper",
          cause: event,
        },
      ]);
      return { email };
    },
  );
}
