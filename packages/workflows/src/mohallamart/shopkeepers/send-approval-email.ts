import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { askForEmails } from "../notifications/ask-for-messages.ts";
import type { Uses } from "../ports.ts";
import { shopApproved } from "./emails.tsx";
import { findApproved } from "./find-application.ts";

type Ports = Uses<{ inngest: true; shopkeepers: "get" | "application"; shops: "get" }>;

/** Tells a shopkeeper that their shop is open, and how to begin. */
export function sendApprovalEmail(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "send-approval-email", triggers: [shopkeeperApproved], retries: defaultRetries },
    async ({ event, step }) => {
      const { shopkeeperId } = event.data;
      await step.run("check-approval", async () => {
        await findApproved(ports, shopkeeperId);
      });
      const email = await askForEmails(step, "ask-for-email", [
        {
          key: `shop-approved:${shopkeeperId}:email`,
          content: shopApproved.of({ shopkeeperId }),
          about: shopkeeperId,
          askedBy: "send-approval-email",
          recipient: "shopkeeper",
          cause: event,
        },
      ]);
      return { email };
    },
  );
}
