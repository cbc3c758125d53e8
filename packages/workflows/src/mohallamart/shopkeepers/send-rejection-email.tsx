import { shopkeeperRejected } from "@org/events/mohallamart/shopkeeper-rejected";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Uses } from "../ports.ts";
import { ApplicationRejectedEmail } from "./application-rejected-email.tsx";
import { findApplication, type ShopApplication } from "./find-application.ts";

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

/** Tells an applicant why their application was turned down, and how to apply again. */
export function sendRejectionEmail(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "send-rejection-email",
      triggers: [shopkeeperRejected],
      retries: defaultRetries,
      throttle: sendingShare("send-rejection-email", ports.limits),
    },
    async ({ event, step }) => {
      const { shopkeeperId } = event.data;
      const found = await step.run("fetch-application", () => findRejected(ports, shopkeeperId));
      if (!found) return { skipped: `The account that applied as ${shopkeeperId} is closed.` };
      const { status, reason } = await sendEmail(step, ports, found);
      if (status === "failed") {
        throw new NonRetriableError(`Applicant ${shopkeeperId} could not be told of the decision: ${reason}`);
      }
      return { email: status };
    },
  );
}

/**
 * An account that closes takes its application along. What an event says is not enough: the store has to say so too, and
 * the reason is what it says.
 */
async function findRejected(ports: Ports, shopkeeperId: string): Promise<ShopApplication | undefined> {
  if (!(await ports.shopkeepers.application(shopkeeperId))) return undefined;
  const found = await findApplication(ports, shopkeeperId);
  const { status } = found.application;
  if (status !== "rejected") {
    throw new NonRetriableError(
      `Shopkeeper ${shopkeeperId} was not turned down but is ${status}: nobody is told. Find out who sent the event.`,
    );
  }
  return found;
}

async function sendEmail(
  step: WorkflowStep,
  ports: Ports,
  { application, shopkeeper, shop }: ShopApplication,
): Promise<DeliveryOutcome> {
  const { shopkeeperId, email: to, name } = shopkeeper;
  const body = await step.run("render-rejection", () =>
    renderBranded(
      <ApplicationRejectedEmail
        applicantName={name}
        shopName={shop.name}
        reason={application.rejection ?? ""}
        applyUrl={`${ports.webUrl}/sell`}
      />,
      brandOf(ports),
    ),
  );
  const message: Message = {
    key: `application-rejected:${shopkeeperId}:email`,
    subject: shopkeeperId,
    workflow: "send-rejection-email",
    recipient: "shopkeeper",
    channel: "email",
  };
  const subject = `Your application for ${shop.name} was turned down`;
  return deliver(step, {
    steps: ["send-email", "record-email-failure"],
    deliveries: ports.deliveries,
    message,
    send: (key) => ports.email.send({ to, subject, ...body, key }),
  });
}
