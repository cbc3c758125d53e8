import type { EventData } from "@org/events";
import { notificationSend } from "@org/events/mohallamart/notification-send";
import { UnknownUserError } from "@org/stores/mohallamart/errors";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver, type Message } from "../../deliver.ts";
import { eventId } from "../../event-id.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { settleAll } from "../../settle-all.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { notificationTypeOf } from "./notification-types.ts";
import { type RenderedNotification, renderNotification } from "./render-notification.ts";
import { type Channel, sendOver, unreachable } from "./send-over.ts";

type Ports = Uses<{
  inngest: true;
  users: "get";
  preferences: "get";
  notifications: "add";
  orders: "get";
  products: "get";
  push: "send";
  sms: "send";
  limits: true;
  email: "send";
  deliveries: "get" | "record";
  webUrl: true;
  brand: true;
}>;

/**
 * Tells a user something over the channels that the event names, and in their inbox on the site.
 *
 * Each channel is tried and recorded on its own. An SMS that was the only channel and cannot be sent becomes an email.
 * What the user did not ask for takes only the channels that their preferences allow. The run fails when a vendor
 * failed and nothing left; a user without a device or a phone is no failure.
 */
export function sendNotification(ports: Ports): InngestFunction.Any {
  const { inngest, users } = ports;
  return inngest.createFunction(
    {
      id: "send-notification",
      triggers: [notificationSend],
      retries: defaultRetries,
      // Bulk waits in a line of its own; of runs that are due together, the transactional ones come first. Below zero
      // a priority is no rank: it puts off every call of the run by that many seconds.
      throttle: sendingShare("send-notification", ports.limits),
      priority: { run: "event.data.priority == 'bulk' ? 0 : 600" },
    },
    async ({ event, step }) => {
      const { userId, data } = event.data;
      const type = notificationTypeOf(event.data.type);
      const user = await step.run("fetch-user", async () => (await users.get(userId)) ?? null);
      if (!user) return { skipped: "The user is gone." };
      const content = await step.run("render-notification", () =>
        renderNotification(type, { user, data, ports }),
      );
      if (!content) return { skipped: "There is nothing to tell any more." };
      const notification = { notificationId: eventId(event), event: event.data, content };
      const stored = await step.run("store-notification", () => store(ports, notification));
      if (!stored) return { skipped: "The user is gone." };
      const wanted = await step.run("choose-channels", () =>
        allowedChannels(ports, event.data, type.unasked),
      );

      const channels = await tellOver(step, ports, notification, wanted);
      const asked = new Set(event.data.channels);
      if (asked.size === 1 && channels.sms?.status === "failed" && wanted.email) {
        channels.email = await tell(step, ports, notification, "email");
      }
      checkTold(notification.notificationId, channels);
      return { channels };
    },
  );
}

interface Notification {
  /** Of the event, so that a repeated one is the same notification. */
  notificationId: string;
  event: EventData<typeof notificationSend>;
  content: RenderedNotification;
}

type Channels = Partial<Record<Channel, DeliveryOutcome | { status: "unwanted" }>>;

/** Puts the notification into the user's inbox on the site. @returns false when the user was deleted just now. */
async function store(
  { notifications }: Ports,
  { notificationId, event: { userId, type, data }, content: { title, body } }: Notification,
): Promise<boolean> {
  const kept = Object.entries(data).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  try {
    await notifications.add({ notificationId, userId, type, title, body, data: Object.fromEntries(kept) });
    return true;
  } catch (error) {
    if (UnknownUserError.isInstance(error)) return false;
    throw error;
  }
}

/** What the user asked for may take every channel; the rest, those that they chose. Without a choice it takes none. */
async function allowedChannels(
  { preferences }: Ports,
  { userId, priority }: EventData<typeof notificationSend>,
  unasked: boolean,
): Promise<Record<Channel, boolean>> {
  if (!unasked && priority !== "bulk") return { push: true, sms: true, email: true };
  return (await preferences.get(userId))?.channels ?? { push: false, sms: false, email: false };
}

async function tellOver(
  step: WorkflowStep,
  ports: Ports,
  notification: Notification,
  wanted: Record<Channel, boolean>,
): Promise<Channels> {
  const asked = [...new Set(notification.event.channels)];
  // Side by side: no channel waits for the tries of another one.
  const outcomes = await settleAll(
    asked.map(async (channel) =>
      wanted[channel] ? await tell(step, ports, notification, channel) : ({ status: "unwanted" } as const),
    ),
  );
  return Object.fromEntries(asked.map((channel, place) => [channel, outcomes[place]]));
}

function tell(
  step: WorkflowStep,
  ports: Ports,
  { notificationId, event: { userId }, content }: Notification,
  channel: Channel,
): Promise<DeliveryOutcome> {
  const message: Message = {
    key: `notification:${notificationId}:${channel}`,
    subject: content.subject,
    workflow: "send-notification",
    recipient: "customer",
    channel,
  };
  const outgoing = { ports, userId, contact: content.contact, content };
  return deliver(step, {
    steps: [`send:${channel}`, `record-failure:${channel}`],
    deliveries: ports.deliveries,
    message,
    send: (key) => sendOver[channel]({ ...outgoing, key }),
  });
}

function checkTold(notificationId: string, channels: Channels): void {
  const outcomes = Object.entries(channels);
  if (outcomes.some(([, { status }]) => status === "sent" || status === "unknown")) return;
  const failures = outcomes.flatMap(([channel, outcome]) =>
    outcome.status === "failed" && !unreachable.has(outcome.code) ? [`${channel}: ${outcome.reason}`] : [],
  );
  if (failures.length === 0) return;
  throw new NonRetriableError(`Notification ${notificationId} reached nobody. ${failures.join(" ")}`);
}
