import { userRegistrationRequested } from "@org/events/ten-ocean/user-registration-requested";
import type { Registration, Resident } from "@org/stores/ten-ocean/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { eventTime } from "../../event-time.ts";
import { renderEmail } from "../../render-email.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { brandOf } from "../brand.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { ConfirmRegistrationEmail } from "./confirm-registration-email.tsx";
import { registrationAgain, situationOf } from "./registration-again.tsx";

type Ports = Uses<{
  inngest: true;
  registrations: "get" | "countOfAddress" | "discard";
  residents: "findByEmail";
  email: "send";
  deliveries: "get" | "record";
  portalUrl: true;
  limits: true;
  brand: true;
}>;

/** Links that one address gets in a day, so that nobody fills a stranger's mailbox. */
const linksPerAddress = 5;

/**
 * Asks the address of a registration whether it is its reader's: they get a link, and are nobody until they follow it;
 * after a day the link, and what was filled in, are gone. An address that is known is told what to do instead. Here, and
 * not in the web app, so that whoever typed it in can tell nothing from the answer. It sends itself: the address is
 * nobody's yet, so no notification can go there.
 */
export function confirmRegistration(ports: Ports): InngestFunction.Any {
  const { inngest, registrations } = ports;
  return inngest.createFunction(
    {
      id: "confirm-registration",
      triggers: [userRegistrationRequested],
      retries: defaultRetries,
      throttle: sendingShare("confirm-registration", ports.limits),
    },
    async ({ event, step }) => {
      const { userId } = event.data;
      const found = await step.run("find-address", () => findAddress(ports, userId));
      if (found.address === "known") {
        await step.run("forget-known", () => registrations.discard(userId));
        await tellKnown(step, found.resident, eventTime(event));
        return { registration: "known" };
      }
      if (found.address !== "new") return { registration: found.address };
      const link = await sendLink(step, ports, userId);
      if (link.status === "failed") {
        // Another link of the address may have been followed meanwhile.
        const isAwaited = await step.run(
          "look-again",
          async () => (await registrations.get(userId)) !== undefined,
        );
        if (!isAwaited) return { registration: "gone" };
        // What was filled in is then removed with everything that has expired.
        throw new NonRetriableError(`The link of registration ${userId} could not be sent: ${link.reason}`);
      }
      await step.sleep("wait-until-link-expires", "1d");
      await step.run("forget-registration", () => registrations.discard(userId));
      return { registration: "asked", link: link.status };
    },
  );
}

type Known = Pick<Resident, "userId" | "status" | "standing">;

type FoundAddress =
  | { address: "new" | "gone" | "asked-often-enough" }
  /** Of the resident no more than is needed: what a step returns is kept by the engine. */
  | { address: "known"; resident: Known };

async function findAddress({ registrations, residents }: Ports, userId: string): Promise<FoundAddress> {
  const registration = await registrations.get(userId);
  if (!registration) return { address: "gone" };
  const resident = await residents.findByEmail(registration.email);
  if (resident) {
    const { userId, status, standing } = resident;
    return { address: "known", resident: { userId, status, standing } };
  }
  const asked = await registrations.countOfAddress(userId);
  return { address: asked > linksPerAddress ? "asked-often-enough" : "new" };
}

/** At most one message a day about the same, however often somebody types the address in. */
function tellKnown(step: WorkflowStep, resident: Known, now: Date): Promise<void> {
  const { userId } = resident;
  const situation = situationOf(resident);
  return tell(step, "tell-known", {
    template: registrationAgain,
    occasion: [userId, situation, now.toISOString().slice(0, 10)],
    userIds: [userId],
    about: userId,
    data: { userId, situation },
  });
}

function sendLink(step: WorkflowStep, ports: Ports, userId: string): Promise<DeliveryOutcome> {
  const message: Message = {
    key: `confirm-registration:${userId}:email`,
    subject: userId,
    workflow: "confirm-registration",
    recipient: "resident",
    channel: "email",
  };
  return deliver(step, {
    steps: ["send-link", "record-failure"],
    deliveries: ports.deliveries,
    message,
    send: async (key) => {
      const registration = await ports.registrations.get(userId);
      if (!registration)
        throw new NonRetriableError(`Registration ${userId} is no longer good, so its link is not sent.`);
      return ports.email.send({ ...(await linkEmail(ports, registration)), key });
    },
  });
}

async function linkEmail(ports: Ports, { email: to, firstName, token }: Registration) {
  const brand = brandOf(ports);
  const body = await renderEmail(
    <ConfirmRegistrationEmail
      brand={brand}
      firstName={firstName}
      confirmUrl={`${ports.portalUrl}/ten-ocean/registered/${token}`}
    />,
  );
  return { to, subject: `Confirm your registration at ${brand.name}`, ...body };
}
