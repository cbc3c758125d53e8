import { shopkeeperApplicationReceived } from "@org/events/mohallamart/shopkeeper-application-received";
import type { ReceivedApplication } from "@org/stores/mohallamart/port";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { brandFor } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Uses } from "../ports.ts";
import { languageOfAddress } from "../reader-language.ts";
import { ConfirmApplicationEmail } from "./confirm-application-email.tsx";
import { applicationWords } from "./words.ts";

type Ports = Uses<{
  inngest: true;
  receivedApplications: "get" | "countOfAddress" | "discard";
  limits: true;
  email: "send";
  deliveries: "get" | "record";
  webUrl: true;
  brand: true;
  users: "findByEmail";
  preferences: "get";
  orders: "first";
}>;

/** Links that one address gets in a day, so that nobody fills a stranger's mailbox. */
const linksPerAddress = 5;

/**
 * Asks the address of an application whether it is its reader's: they get a link, and have applied once they follow it;
 * after a day the link, and what was filled in, are gone. Whether the address has an account makes no difference.
 */
export function confirmApplication(ports: Ports): InngestFunction.Any {
  const { inngest, receivedApplications } = ports;
  return inngest.createFunction(
    {
      id: "confirm-application",
      triggers: [shopkeeperApplicationReceived],
      retries: defaultRetries,
      throttle: sendingShare("confirm-application", ports.limits),
    },
    async ({ event, step }) => {
      const { shopkeeperId } = event.data;
      const asked = await step.run("count-links", () => receivedApplications.countOfAddress(shopkeeperId));
      if (asked === 0) return { application: "gone" };
      if (asked > linksPerAddress) return { application: "asked-often-enough" };
      const link = await sendLink(step, ports, shopkeeperId);
      if (link.status === "failed") {
        // Discarded meanwhile, as when it was confirmed after all.
        const isAwaited = await step.run(
          "look-again",
          async () => (await receivedApplications.get(shopkeeperId)) !== undefined,
        );
        if (!isAwaited) return { application: "gone" };
        // What was filled in is then removed with everything that has expired.
        throw new NonRetriableError(
          `The link of application ${shopkeeperId} could not be sent: ${link.reason}`,
        );
      }
      await step.sleep("wait-until-link-expires", "1d");
      await step.run("forget-application", () => receivedApplications.discard(shopkeeperId));
      return { application: "asked", link: link.status };
    },
  );
}

function sendLink(step: WorkflowStep, ports: Ports, shopkeeperId: string): Promise<DeliveryOutcome> {
  const message: Message = {
    key: `confirm-application:${shopkeeperId}:email`,
    subject: shopkeeperId,
    workflow: "confirm-application",
    recipient: "shopkeeper",
    channel: "email",
  };
  return deliver(step, {
    steps: ["send-link", "record-failure"],
    deliveries: ports.deliveries,
    message,
    send: async (key) => {
      const received = await ports.receivedApplications.get(shopkeeperId);
      if (!received)
        throw new NonRetriableError(
          `Application ${shopkeeperId} is no longer good, so its link is not sent.`,
        );
      return ports.email.send({ ...(await linkEmail(ports, received)), key });
    },
  });
}

/** Rendered where it is sent: what a step returns is kept by the engine, and the link's secret is not. */
async function linkEmail(ports: Ports, { email: to, name, shopName, token }: ReceivedApplication) {
  const brand = brandFor(ports, await languageOfAddress(ports, to));
  const body = await renderBranded(
    <ConfirmApplicationEmail
      applicantName={name}
      shopName={shopName}
      confirmUrl={`${ports.webUrl}/sell/applied/${token}`}
    />,
    brand,
  );
  const subject = wordsIn(applicationWords, brand.locale).say("confirmSubject", { brand: brand.name });
  return { to, subject, ...body };
}
