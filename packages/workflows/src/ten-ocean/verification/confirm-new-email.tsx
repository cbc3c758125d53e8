import { userProfileUpdated } from "@org/events/ten-ocean/user-profile-updated";
import type { Mailbox } from "@org/stores/ten-ocean/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOptions, deliver } from "../../deliver.ts";
import { eventTime } from "../../event-time.ts";
import { renderEmail } from "../../render-email.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { settleAll } from "../../settle-all.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { brandOf } from "../brand.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { addressWanted } from "./address-wanted.tsx";
import { ConfirmAddressEmail } from "./confirm-address-email.tsx";

type Ports = Uses<{
  inngest: true;
  emailChanges: "get" | "discard";
  residents: "get" | "findByEmail";
  email: "send";
  deliveries: "get" | "record";
  portalUrl: true;
  limits: true;
  brand: true;
}>;

/**
 * Sends a link to the present and to the new address of a resident who asked for another one; after a day the links,
 * and what is kept of the request, are gone. Another member's address gets word instead of a link, so that whoever
 * asks for it can tell nothing. It sends itself: the new address is nobody's yet, so no notification can
 * go there.
 */
export function confirmNewEmail(ports: Ports): InngestFunction.Any {
  const { inngest, emailChanges } = ports;
  return inngest.createFunction(
    {
      id: "confirm-new-email",
      triggers: [{ ...userProfileUpdated, if: "'email' in event.data.awaiting" }],
      retries: defaultRetries,
      throttle: sendingShare("confirm-new-email", ports.limits),
    },
    async ({ event, step }) => {
      const { userId } = event.data;
      // Without the links' secrets: what a step returns is kept by the engine.
      const changeId = await step.run(
        "find-request",
        async () => (await emailChanges.get(userId))?.changeId ?? null,
      );
      if (changeId === null) return { links: "not-asked-for" };
      const request = { userId, changeId };
      const ownerId = await step.run("find-owner", () => findOwner(ports, request));
      if (ownerId !== null) await tellOwner(step, ownerId, eventTime(event));
      // Side by side: neither address waits for the tries of the other one's email.
      const [old, next] = await settleAll([
        deliver(step, {
          steps: ["send-to-old-address", "record-failure-of-old"],
          ...link(ports, request, "old"),
        }),
        ownerId === null
          ? deliver(step, {
              steps: ["send-to-new-address", "record-failure-of-new"],
              ...link(ports, request, "new"),
            })
          : Promise.resolve({ status: "owned" as const }),
      ]);
      await step.sleep("wait-until-links-expire", "1d");
      await step.run("forget-request", () => emailChanges.discard(userId, changeId));
      return { links: { old: old.status, new: next.status } };
    },
  );
}

interface Request {
  userId: string;
  changeId: string;
}

/** Whose address it is already that somebody asks for. */
async function findOwner(
  { emailChanges, residents }: Ports,
  { userId, changeId }: Request,
): Promise<string | null> {
  const change = await emailChanges.get(userId);
  if (change?.changeId !== changeId) return null;
  const owner = await residents.findByEmail(change.newEmail);
  return owner && owner.userId !== userId ? owner.userId : null;
}

/** At most once a day, however often and by whomever their address is typed in. */
function tellOwner(step: WorkflowStep, ownerId: string, now: Date): Promise<void> {
  return tell(step, "tell-owner", {
    template: addressWanted,
    occasion: [ownerId, now.toISOString().slice(0, 10)],
    userIds: [ownerId],
    about: ownerId,
    data: {},
  });
}

function link(ports: Ports, { userId, changeId }: Request, mailbox: Mailbox): Omit<DeliveryOptions, "steps"> {
  return {
    deliveries: ports.deliveries,
    message: {
      key: `confirm-email:${changeId}:${mailbox}`,
      subject: userId,
      workflow: "confirm-new-email",
      recipient: "resident",
      channel: "email",
    },
    send: async (key) =>
      ports.email.send({ ...(await linkEmail(ports, { userId, changeId }, mailbox)), key }),
  };
}

async function linkEmail(ports: Ports, { userId, changeId }: Request, mailbox: Mailbox) {
  const brand = brandOf(ports);
  const [change, resident] = await Promise.all([ports.emailChanges.get(userId), ports.residents.get(userId)]);
  if (change?.changeId !== changeId || !resident)
    throw new NonRetriableError(`Request ${changeId} is no longer good, so its link is not sent.`);
  const body = await renderEmail(
    <ConfirmAddressEmail
      brand={brand}
      firstName={resident.firstName}
      mailbox={mailbox}
      newEmail={change.newEmail}
      confirmUrl={`${ports.portalUrl}/ten-ocean/profile/email/${mailbox === "old" ? change.oldToken : change.newToken}`}
    />,
  );
  const to = mailbox === "old" ? change.oldEmail : change.newEmail;
  return { to, subject: `Your new email address at ${brand.name}`, ...body };
}
