import { notificationSend } from "@org/events/mohallamart/notification-send";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
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
import { emailOf, wakeOf } from "./notification-run.ts";
import { readingOnce } from "./reading-once.ts";
import { type Channel, unreachable } from "./send-over.ts";

type Ports = Uses<{ inngest: true; limits: true; now: true }> & PreparePorts & BulkPorts;

/**
 * Tells many something: up to a hundred notifications in a run, each in its reader's inbox and over the channels that
 * they chose. The same words go to all devices in one call, and emails are asked for together. One that cannot be put
 * into words keeps the others from nothing, and fails the run when they have been told. Those whose quiet hours it is,
 * and texts at night, are told when it is day for them.
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
      const wakes: (string | null)[] = await step.run("find-days", () => findDays(ports, requests));
      const told: Told = { readers: 0, skipped: 0, refusals: [], outcomes: [], emails: 0 };
      for (const wake of inTurn(wakes)) {
        if (wake !== null) await step.sleepUntil(`wait-for-day:${wake}`, wake);
        const due = requests.filter((_request, place) => wakes[place] === wake);
        await tell(step, ports, due, told);
      }
      checkTold(told);
      const { readers, skipped, outcomes, emails } = told;
      const sent = outcomes.filter(({ status }) => status === "sent").length;
      return { told: readers, skipped, sent, emails };
    },
  );
}

/** One that cannot be put into words is due at once: it is refused then. */
async function findDays(ports: Ports, requests: readonly BulkRequest[]): Promise<(string | null)[]> {
  const shared = readingOnce(ports);
  return Promise.all(requests.map(({ event }) => wakeOf(shared, event)));
}

/** Who waits for nothing comes first. */
function inTurn(wakes: readonly (string | null)[]): (string | null)[] {
  return [...new Set(wakes)].toSorted((a, b) => (a ?? "").localeCompare(b ?? "", "en"));
}

interface Told {
  readers: number;
  skipped: number;
  /** Why others could not be told. */
  refusals: string[];
  outcomes: BatchedOutcome[];
  emails: number;
}

/** The engine counts the steps of those who are told later by itself: their ids come again, in the same order. */
async function tell(
  step: WorkflowStep,
  ports: Ports,
  requests: readonly BulkRequest[],
  told: Told,
): Promise<void> {
  const prepared: Prepared = await step.run("store-notifications", () =>
    prepareNotifications(ports, requests),
  );
  const over = (channel: Channel) => prepared.readers.filter(({ channels }) => channels.includes(channel));
  const emails = over("email").map(({ place, subject }) =>
    emailOf({ ...requestAt(requests, place), subject }),
  );
  await askForEmails(step, "ask-for-emails", emails);
  told.outcomes.push(...(await pushAll(step, ports, requests, over("push"))));
  told.outcomes.push(...(await textAll(step, ports, requests, over("sms"))));
  told.readers += prepared.readers.length;
  told.skipped += prepared.skipped;
  told.refusals.push(...prepared.refusals);
  told.emails += emails.length;
}

/** @throws NonRetriableError when some could not be put into words, or a vendor failed and nobody was told. */
function checkTold({ refusals, outcomes, emails }: Told): void {
  if (refusals.length > 0)
    throw new NonRetriableError(`${refusals.length} notifications were not told. The first: ${refusals[0]}`);
  if (emails > 0 || outcomes.some(({ status }) => status === "sent" || status === "unknown")) return;
  const failed = outcomes.filter(({ status, code }) => status === "failed" && !unreachable.has(code));
  if (failed.length > 0) throw new NonRetriableError(`Nobody was told. ${failed[0]?.reason}`);
}
