import type { EventData } from "@org/events";
import type { notificationEmailRequested } from "@org/events/mohallamart/notification-email-requested";
import type { WorkflowStep } from "../../client.ts";
import type { NoMessage } from "../../deliver.ts";
import { sendEmailBatch, type WrittenEmail } from "../../email-batch.ts";
import type { Uses } from "../ports.ts";
import type { EmailPorts } from "./email-template.ts";
import { emailTemplateOf } from "./email-templates.ts";
import { readingOnce } from "./reading-once.ts";
import { chooseUnsent, messageOf, type SentMessages, sentMessages } from "./requested-messages.ts";
import { type LinkPorts, withLinks } from "./with-links.ts";

/** All that the senders of emails need. */
export type SenderPorts = Uses<{
  inngest: true;
  email: "sendBatch";
  deliveries: "getMany" | "recordMany";
  limits: true;
}> &
  LinkPorts &
  EmailPorts;

type Request = EventData<typeof notificationEmailRequested>;

/** Writes and sends the emails of one batch of events in one call; whoever has theirs already is left out. */
export async function sendRequestedEmails(
  step: WorkflowStep,
  ports: SenderPorts,
  requests: readonly Request[],
): Promise<SentMessages<Request>> {
  const { email, deliveries } = ports;
  const chosen = await chooseUnsent(step, "choose-emails", ports, requests);
  const sentBefore = requests.length - chosen.length;
  if (chosen.length === 0) return sentMessages<Request>([], sentBefore);
  const shared = readingOnce(ports);
  const outcomes = await sendEmailBatch(step, {
    email,
    deliveries,
    emails: chosen.map((request) => ({
      message: messageOf(request, "email"),
      write: () => writeEmail(shared, request),
    })),
  });
  const known = chosen.flatMap((request, place) => {
    const outcome = outcomes[place];
    return outcome ? [{ request, outcome }] : [];
  });
  return sentMessages(known, sentBefore);
}

/** Links that only the reader has are written where it leaves: neither an event nor a step holds one. */
async function writeEmail(
  ports: SenderPorts,
  { template, userId, about, data }: Request,
): Promise<WrittenEmail | NoMessage> {
  const written = await emailTemplateOf(template).write({ userId, data, ports });
  return "skipped" in written ? written : withLinks(ports, { about, userId }, written);
}
