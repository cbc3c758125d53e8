import type { EventData } from "@org/events";
import type { notificationEmailRequested } from "@org/events/mohallamart/notification-email-requested";
import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type BatchedOutcome, type Message, unsentOf } from "../../deliver.ts";
import {
  countsOf,
  type EmailCounts,
  type NoEmail,
  sendEmailBatch,
  type WrittenEmail,
} from "../../email-batch.ts";
import type { Uses } from "../ports.ts";
import type { EmailPorts } from "./email-template.ts";
import { emailTemplateOf } from "./email-templates.ts";
import { readingOnce } from "./reading-once.ts";
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

/** Of one run: what became of each, and how many had been sent before. */
export interface SentEmails extends EmailCounts {
  sentBefore: number;
  outcomes: { request: Request; outcome: BatchedOutcome }[];
}

/** Writes and sends the emails of one batch of events in one call; whoever has theirs already is left out. */
export async function sendRequestedEmails(
  step: WorkflowStep,
  ports: SenderPorts,
  requests: readonly Request[],
): Promise<SentEmails> {
  const { email, deliveries } = ports;
  const places: number[] = await step.run("choose-emails", async () => {
    const keys = requests.map(({ key }, place) => ({ key, place }));
    return (await unsentOf(deliveries, keys)).map(({ place }) => place);
  });
  const chosen = places.map((place) => requestAt(requests, place));
  const sentBefore = requests.length - chosen.length;
  if (chosen.length === 0) return { ...countsOf([]), sentBefore, outcomes: [] };
  const shared = readingOnce(ports);
  const outcomes = await sendEmailBatch(step, {
    email,
    deliveries,
    emails: chosen.map((request) => ({
      message: messageOf(request),
      write: () => writeEmail(shared, request),
    })),
  });
  const known = chosen.flatMap((request, place) => {
    const outcome = outcomes[place];
    return outcome ? [{ request, outcome }] : [];
  });
  return { ...countsOf(outcomes), sentBefore, outcomes: known };
}

/** Why a run has failed: the first of the emails that did not leave, and how many they are. */
export function notLeft({ outcomes, failed }: SentEmails): NonRetriableError {
  const [first] = outcomes.filter(({ outcome }) => outcome.status === "failed");
  const { template, about } = first?.request ?? {};
  return new NonRetriableError(
    `${failed} of ${outcomes.length} emails did not leave, the first ${template} about ${about}. ${first?.outcome.reason}`,
  );
}

function requestAt(requests: readonly Request[], place: number): Request {
  const request = requests[place];
  if (!request) throw new NonRetriableError(`The run has no event at place ${place}: its events changed.`);
  return request;
}

/** Under the name of the workflow that asked for it. */
function messageOf({ key, about, askedBy, recipient }: Request): Message {
  return { key, subject: about, workflow: askedBy, recipient, channel: "email" };
}

/** Links that only the reader has are written where it leaves: neither an event nor a step holds one. */
async function writeEmail(
  ports: SenderPorts,
  { template, userId, about, data }: Request,
): Promise<WrittenEmail | NoEmail> {
  const written = await emailTemplateOf(template).write({ userId, data, ports });
  return "skipped" in written ? written : withLinks(ports, { about, userId }, written);
}
