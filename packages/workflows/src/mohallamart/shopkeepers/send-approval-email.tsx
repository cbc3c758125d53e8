import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import { type InngestFunction, NonRetriableError } from "inngest";
import { deliver, type Message } from "../../deliver.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Uses } from "../ports.ts";
import { findApproved } from "./find-application.ts";
import { ShopApprovedEmail } from "./shop-approved-email.tsx";

type Ports = Uses<{
  inngest: true;
  shopkeepers: "get" | "application";
  shops: "get";
  limits: true;
  email: "send";
  deliveries: "get" | "record";
  webUrl: true;
  brand: true;
}>;

/** Tells a shopkeeper that their shop is open, and how to begin. */
export function sendApprovalEmail(ports: Ports): InngestFunction.Any {
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
        renderBranded(
          <ShopApprovedEmail
            shopkeeperName={shopkeeper.name}
            shopName={shop.name}
            email={shopkeeper.email}
            signInUrl={`${webUrl}/sign-in`}
          />,
          brandOf(ports),
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
