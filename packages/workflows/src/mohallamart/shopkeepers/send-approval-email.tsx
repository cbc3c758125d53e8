import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import { type InngestFunction, NonRetriableError } from "inngest";
import { deliver, type Message } from "../../deliver.ts";
import { renderEmail } from "../../render-email.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { MohallaMartPorts } from "../ports.ts";
import { findApproved } from "./find-application.ts";
import { ShopApprovedEmail } from "./shop-approved-email.tsx";

/** Tells a shopkeeper that their shop is open, and how to begin. */
export function sendApprovalEmail(ports: MohallaMartPorts): InngestFunction.Any {
  const { inngest, email, deliveries, webUrl } = ports;
  return inngest.createFunction(
    {
      id: "send-approval-email",
      triggers: [shopkeeperApproved],
      retries: defaultRetries,
      throttle: sendingShare("send-approval-email", ports.limits),
    },
    async ({ event, step }) => {
      const { shopkeeperId } = event.data;
      const { shopkeeper, shop } = await step.run("fetch-shopkeeper", () =>
        findApproved(ports, shopkeeperId),
      );
      const body = await step.run("render-approval", () =>
        renderEmail(
          <ShopApprovedEmail
            shopkeeperName={shopkeeper.name}
            shopName={shop.name}
            email={shopkeeper.email}
            signInUrl={`${webUrl}/sign-in`}
          />,
        ),
      );
      const message: Message = {
        key: `shop-approved:${shopkeeperId}:email`,
        subject: shopkeeperId,
        workflow: "send-approval-email",
        recipient: "shopkeeper",
        channel: "email",
      };
      const outcome = await deliver(step, {
        steps: ["send-email", "record-email-failure"],
        deliveries,
        message,
        send: (key) => email.send({ to: shopkeeper.email, subject: `${shop.name} is open`, ...body, key }),
      });
      if (outcome.status === "failed") {
        throw new NonRetriableError(
          `Shopkeeper ${shopkeeperId} could not be told of the approval: ${outcome.reason}`,
        );
      }
      return { email: outcome.status };
    },
  );
}
