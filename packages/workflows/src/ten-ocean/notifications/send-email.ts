import { notificationEmailSend } from "@org/events/ten-ocean/notification-email-send";
import { type InngestFunction, NonRetriableError } from "inngest";
import { deliver } from "../../deliver.ts";
import { eventId } from "../../event-id.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { withRegistrationUrl } from "../verification/registration-url.ts";
import { findRecipients, messageOf, writeEmail } from "./prepare-email.ts";

type Ports = Uses<{
  inngest: true;
  members: "list";
  preferences: "list";
  unsubscribeTokens: "of";
  registrationLinks: "tokenOf";
  email: "send";
  deliveries: "get" | "record";
  templates: true;
  portalUrl: true;
  limits: true;
  brand: true;
}>;

/** Sends an email that one member waits for; it never stands behind those that go to many. */
export function sendEmail(ports: Ports): InngestFunction.Any {
  const { inngest, email, deliveries } = ports;
  return inngest.createFunction(
    {
      id: "send-email",
      triggers: [{ ...notificationEmailSend, if: "event.data.priority != 'bulk'" }],
      retries: defaultRetries,
      throttle: sendingShare("send-email", ports.limits),
    },
    async ({ event, step }) => {
      const request = { eventId: eventId(event), data: event.data };
      const [recipient] = await step.run("find-recipient", () => findRecipients(ports, [request]));
      if (!recipient || "skipped" in recipient) return recipient;
      const written = await step.run("write-email", () => writeEmail(ports, request, recipient));
      const { status, reason } = await deliver(step, {
        steps: ["send-email", "record-email-failure"],
        deliveries,
        message: messageOf(request, recipient, "send-email"),
        send: async (key) =>
          email.send({ ...(await withRegistrationUrl(ports, recipient.userId, written)), key }),
      });
      if (status === "failed") {
        const { userId, template } = event.data;
        throw new NonRetriableError(`The email ${template} did not leave for ${userId}. ${reason}`);
      }
      return { status };
    },
  );
}
