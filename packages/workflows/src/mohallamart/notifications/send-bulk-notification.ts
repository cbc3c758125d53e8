import { notificationSend } from "@org/events/mohallamart/notification-send";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { BatchedOutcome } from "../../deliver.ts";
import { eventId } from "../../event-id.ts";
import { unlessReplayed } from "../../replayed-apart.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { askForEmails } from "./ask-for-emails.ts";
import { type BulkPorts, pushAll, textAll } from "./bulk-channels.ts";
import {
  type BulkRequest,
  type Prepared,
  type PreparePorts,
  prepareNotifications,
  requestAt,
} from "./bulk-readers.ts";
import { emailOf } from "./notification-run.ts";
import { type Channel, unreachable } from "./send-over.ts";

type Ports = Uses<{ inngest: true; limits: true }> & PreparePorts & BulkPorts;

/**
 * Tells many something: up to a hundred notifications in a run, each in its reader's inbox and over the channels that
 * they chose. The same words go to all devices in one call, and emails are asked for together. One that cannot be put
 * into words keeps the others from nothing, and fails the run when they have been told.
 */
export function sendBulkNotification(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "send-bulk-notification",
      triggers: [{ ...notificationSend, if: "event.data.priority == 'bulk'" }],
      batchEvents: { maxSize: 100, timeout: "2s", if: unlessReplayed },
      retries: defaultRetries,
      throttle: sendingShare("send-bulk-notification", ports.limits),
    },
    async ({ event, events, step }) => {
      const received: readonly (typeof event)[] = events;
      const requests = received.map(
        (one): BulkRequest => ({ notificationId: eventId(one), event: one.data, cause: one }),
      );
      const prepared: Prepared = await step.run("store-notifications", () =>
        prepareNotifications(ports, requests),
      );
      const over = (channel: Channel) =>
        prepared.readers.filter(({ channels }) => channels.includes(channel));
      const emails = over("email").map(({ place, subject }) =>
        emailOf({ ...requestAt(requests, place), subject }),
      );
      await askForEmails(step, "ask-for-emails", emails);
      const pushed = await pushAll(step, ports, requests, over("push"));
      const outcomes = [...pushed, ...(await textAll(step, ports, requests, over("sms")))];
      checkTold(prepared, outcomes, emails.length);
      return {
        told: prepared.readers.length,
        skipped: prepared.skipped,
        sent: outcomes.filter(({ status }) => status === "sent").length,
        emails: emails.length,
      };
    },
  );
}

/** @throws NonRetriableError when some could not be put into words, or a vendor failed and nobody was told. */
function checkTold({ refusals }: Prepared, outcomes: readonly BatchedOutcome[], emails: number): void {
  if (refusals.length > 0)
    throw new NonRetriableError(`${refusals.length} notifications were not told. The first: ${refusals[0]}`);
  if (emails > 0 || outcomes.some(({ status }) => status === "sent" || status === "unknown")) return;
  const failed = outcomes.filter(({ status, code }) => status === "failed" && !unreachable.has(code));
  if (failed.length > 0) throw new NonRetriableError(`Nobody was told. ${failed[0]?.reason}`);
}
