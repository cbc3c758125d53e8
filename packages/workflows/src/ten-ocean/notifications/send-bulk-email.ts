import { notificationEmailSend } from "@org/events/ten-ocean/notification-email-send";
import { type InngestFunction, NonRetriableError } from "inngest";
import { unsentOf } from "../../deliver.ts";
import { countsOf, sendEmailBatch } from "../../email-batch.ts";
import { eventId } from "../../event-id.ts";
import { unlessReplayed } from "../../replayed-apart.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import {
  type EmailRequest,
  findRecipients,
  messageOf,
  type Recipient,
  type SkippedEmail,
  writeEmail,
} from "./prepare-email.ts";

type Ports = Uses<{
  inngest: true;
  members: "list";
  preferences: "list";
  unsubscribeTokens: "of";
  email: "sendBatch";
  deliveries: "getMany" | "recordMany";
  templates: true;
  portalUrl: true;
  limits: true;
  brand: true;
}>;

/**
 * Sends emails that go to many, a hundred in one call, each in its own reader's name.
 *
 * Who gets one is chosen in a step of its own, so that a call that is tried again sends the same batch. One address
 * that the vendor refuses keeps the others from nothing.
 */
export function sendBulkEmail(ports: Ports): InngestFunction.Any {
  const { inngest, email, deliveries } = ports;
  return inngest.createFunction(
    {
      id: "send-bulk-email",
      triggers: [{ ...notificationEmailSend, if: "event.data.priority == 'bulk'" }],
      batchEvents: { maxSize: 100, timeout: "2s", if: unlessReplayed },
      retries: defaultRetries,
      throttle: sendingShare("send-bulk-email", ports.limits),
    },
    async ({ event, events, step }) => {
      const received: readonly (typeof event)[] = events;
      const requests = received.map((one): EmailRequest => ({ eventId: eventId(one), data: one.data }));
      const chosen: ChosenRecipients = await step.run("choose-recipients", () =>
        chooseRecipients(ports, requests),
      );
      const { batch, ...left } = chosen;
      if (batch.length === 0) return { sent: 0, failed: 0, ...left };
      const outcomes = await sendEmailBatch(step, {
        email,
        deliveries,
        emails: batch.map(({ place, recipient }) => {
          const request = requestAt(requests, place);
          return {
            message: messageOf(request, recipient, "send-bulk-email"),
            write: () => writeEmail(ports, request, recipient),
          };
        }),
      });
      const { skipped: _, ...counts } = countsOf(outcomes);
      if (counts.failed === outcomes.length)
        throw new NonRetriableError(`None of ${outcomes.length} emails left. ${outcomes[0]?.reason}`);
      return { ...counts, ...left };
    },
  );
}

interface ChosenRecipients {
  /** By the place of the event in the run's events, which a repeat gets in the same order. */
  batch: { place: number; recipient: Recipient }[];
  skipped: Partial<Record<SkippedEmail, number>>;
  /** Who has the email already. */
  sentBefore: number;
}

async function chooseRecipients(ports: Ports, requests: readonly EmailRequest[]): Promise<ChosenRecipients> {
  const found = await findRecipients(ports, requests);
  const skipped: ChosenRecipients["skipped"] = {};
  const candidates = found.flatMap((recipient, place) => {
    if ("skipped" in recipient) {
      skipped[recipient.skipped] = (skipped[recipient.skipped] ?? 0) + 1;
      return [];
    }
    const { key } = messageOf(requestAt(requests, place), recipient, "send-bulk-email");
    return [{ key, place, recipient }];
  });
  const unsent = await unsentOf(ports.deliveries, candidates);
  return {
    batch: unsent.map(({ place, recipient }) => ({ place, recipient })),
    skipped,
    sentBefore: candidates.length - unsent.length,
  };
}

function requestAt(requests: readonly EmailRequest[], place: number): EmailRequest {
  const request = requests[place];
  if (!request) throw new NonRetriableError(`The run has no event at place ${place}: its events changed.`);
  return request;
}
