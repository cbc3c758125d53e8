import { userProfileUpdated } from "@org/events/ten-ocean/user-profile-updated";
import type { Mailbox } from "@org/stores/ten-ocean/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import { type DeliveryOptions, deliver } from "../../deliver.ts";
import { renderEmail } from "../../render-email.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { settleAll } from "../../settle-all.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import { ConfirmAddressEmail } from "./confirm-address-email.tsx";

type Ports = Uses<{
  inngest: true;
  emailChanges: "get" | "discard";
  residents: "get";
  email: "send";
  deliveries: "get" | "record";
  portalUrl: true;
  limits: true;
  brand: true;
}>;

/**
 * Sends a link to the present and to the new address of a resident who asked for another one; after a day the links,
 * and what is kept of the request, are gone. It sends itself: the new address is nobody's yet, so no notification can
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
      // Side by side: neither address waits for the tries of the other one's email.
      const [old, next] = await settleAll([
        deliver(step, {
          steps: ["send-to-old-address", "record-failure-of-old"],
          ...link(ports, request, "old"),
        }),
        deliver(step, {
          steps: ["send-to-new-address", "record-failure-of-new"],
          ...link(ports, request, "new"),
        }),
      ]);
      await step.sleep("wait-until-links-expire", "1d");
      await step.run("forget-request", () => emailChanges.discard(userId, changeId));
      return { links: { old: old.status, new: next.status } };
    },
  );
}

function link(
  ports: Ports,
  { userId, changeId }: { userId: string; changeId: string },
  mailbox: Mailbox,
): Omit<DeliveryOptions, "steps"> {
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

async function linkEmail(
  ports: Ports,
  { userId, changeId }: { userId: string; changeId: string },
  mailbox: Mailbox,
) {
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
