import type { CausingEvent } from "@org/events";
import { notificationSend } from "@org/events/mohallamart/notification-send";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import type { DeliveryOutcome } from "../../deliver.ts";
import { eventId } from "../../event-id.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { settleAll } from "../../settle-all.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { asked, askForEmails } from "./ask-for-emails.ts";
import {
  channelsOf,
  classOf,
  emailOf,
  type Notification,
  store,
  tellAtOnce,
  wakeOf,
} from "./notification-run.ts";
import { notificationTypeOf } from "./notification-types.ts";
import { renderNotification } from "./render-notification.ts";
import { type Channel, unreachable } from "./send-over.ts";

type Ports = Uses<{
  inngest: true;
  users: "get";
  preferences: "get";
  unsubscribeTokens: "of";
  notifications: "add";
  orders: "get";
  products: "get";
  push: "send";
  sms: "send";
  limits: true;
  deliveries: "get" | "record";
  orderLinks: "issue";
  webUrl: true;
  brand: true;
  now: true;
}>;

/**
 * Tells a user something that they wait for, over the channels that the event names, and in their inbox on the site.
 *
 * Push and SMS leave here, each tried and recorded on its own; an email is asked for. An SMS that was the only channel
 * and cannot be sent becomes an email. What is promotional waits for the day, and then takes only the channels that the
 * user allows. The run fails when a vendor failed and nothing left; a user without a device or a phone is no failure.
 */
export function sendNotification(ports: Ports): InngestFunction.Any {
  const { inngest, users } = ports;
  return inngest.createFunction(
    {
      id: "send-notification",
      triggers: [{ ...notificationSend, if: "event.data.priority != 'bulk'" }],
      retries: defaultRetries,
      throttle: sendingShare("send-notification", ports.limits),
    },
    async ({ event, step }) => {
      const { userId, data } = event.data;
      const type = notificationTypeOf(event.data.type);
      if (classOf(event.data) === "promotional") {
        const wake = await step.run("find-day", () => wakeOf(ports, event.data));
        if (wake !== null) await step.sleepUntil("wait-for-day", wake);
      }
      const user = await step.run("fetch-user", async () => (await users.get(userId)) ?? null);
      if (!user) return { skipped: "The user is gone." };
      const content = await step.run("render-notification", () =>
        renderNotification(type, { user, data, ports }),
      );
      if (!content) return { skipped: "There is nothing to tell any more." };
      const notification = { notificationId: eventId(event), event: event.data, content, cause: event };
      const stored = await step.run("store-notification", () => store(ports, notification));
      if (!stored) return { skipped: "The user is gone." };
      const wanted = await step.run("choose-channels", () => channelsOf(ports, event.data));

      const channels = await tellOver(step, ports, notification, wanted);
      const named = new Set(event.data.channels);
      if (named.size === 1 && channels.sms?.status === "failed" && wanted.email) {
        channels.email = await tell(step, ports, notification, "email");
      }
      checkTold(notification.notificationId, channels);
      return { channels };
    },
  );
}

type Channels = Partial<Record<Channel, DeliveryOutcome | { status: typeof asked | "unwanted" }>>;

async function tellOver(
  step: WorkflowStep,
  ports: Ports,
  notification: Notification & { cause: CausingEvent },
  wanted: Record<Channel, boolean>,
): Promise<Channels> {
  const named = [...new Set(notification.event.channels)];
  // Side by side: no channel waits for the tries of another one.
  const outcomes = await settleAll(
    named.map(async (channel) =>
      wanted[channel] ? await tell(step, ports, notification, channel) : ({ status: "unwanted" } as const),
    ),
  );
  return Object.fromEntries(named.map((channel, place) => [channel, outcomes[place]]));
}

/** The email is written and sent by a sender of its own; nobody waits for it here. */
async function tell(
  step: WorkflowStep,
  ports: Ports,
  notification: Notification & { cause: CausingEvent },
  channel: Channel,
): Promise<DeliveryOutcome | { status: typeof asked }> {
  if (channel !== "email") return tellAtOnce(step, ports, notification, channel);
  return {
    status: await askForEmails(step, "ask-for-email", [
      emailOf({ ...notification, subject: notification.content.subject }),
    ]),
  };
}

const told: ReadonlySet<string> = new Set(["sent", "unknown", asked]);

function checkTold(notificationId: string, channels: Channels): void {
  const outcomes = Object.entries(channels);
  if (outcomes.some(([, { status }]) => told.has(status))) return;
  const failures = outcomes.flatMap(([channel, outcome]) =>
    outcome.status === "failed" && !unreachable.has(outcome.code) ? [`${channel}: ${outcome.reason}`] : [],
  );
  if (failures.length === 0) return;
  throw new NonRetriableError(`Notification ${notificationId} reached nobody. ${failures.join(" ")}`);
}
