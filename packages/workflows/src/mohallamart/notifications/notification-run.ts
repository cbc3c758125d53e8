import type { CausingEvent, EventData } from "@org/events";
import type { notificationSend } from "@org/events/mohallamart/notification-send";
import { UnknownUserError } from "@org/stores/mohallamart/errors";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver } from "../../deliver.ts";
import { brandOf } from "../brand.ts";
import { allowedChannels, waitsUntil } from "../consent.ts";
import type { MessageClass } from "../message-class.ts";
import type { Uses } from "../ports.ts";
import type { EmailToAskFor } from "./ask-for-emails.ts";
import { notificationTypeOf } from "./notification-types.ts";
import type { RenderedNotification } from "./render-notification.ts";
import { type Channel, type DirectChannel, sendOver } from "./send-over.ts";
import { type LinkPorts, withLinks } from "./with-links.ts";

/** A notification that a run tells somebody. */
export interface Notification {
  /** Of the event, so that a repeated one is the same notification. */
  notificationId: string;
  event: Pick<EventData<typeof notificationSend>, "userId" | "type" | "data" | "channels" | "priority">;
  content: RenderedNotification;
}

/** Puts the notification into the user's inbox on the site. @returns false when the user was deleted just now. */
export async function store(
  { notifications }: Uses<{ notifications: "add" }>,
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

/** What goes to many is promotional, whatever it is about. */
export function classOf({ type, priority }: Notification["event"]): MessageClass {
  return priority === "bulk" ? "promotional" : notificationTypeOf(type).messageClass;
}

/** Over which channels it may go to its user, as they have chosen by now. */
export async function channelsOf(
  { preferences }: Uses<{ preferences: "get" }>,
  event: Notification["event"],
): Promise<Record<Channel, boolean>> {
  const messageClass = classOf(event);
  if (messageClass === "transactional") return allowedChannels(messageClass, undefined);
  return allowedChannels(messageClass, await preferences.get(event.userId));
}

/** Until when it has to wait, ISO 8601; null when it may go out. What holds at night is looked at again by day. */
export async function wakeOf(
  { preferences, now, brand }: Uses<{ preferences: "get"; now: true; brand: true }>,
  event: Notification["event"],
): Promise<string | null> {
  const messageClass = classOf(event);
  if (messageClass === "transactional") return null;
  const wake = waitsUntil(messageClass, {
    at: now?.() ?? new Date(),
    preferences: await preferences.get(event.userId),
    channels: event.channels,
    timeZone: brandOf({ brand }).timeZone,
  });
  return wake?.toISOString() ?? null;
}

/** Over push or SMS, at once. */
export function tellAtOnce(
  step: WorkflowStep,
  ports: Uses<{ push: "send"; sms: "send"; deliveries: "get" | "record"; webUrl: true }> & LinkPorts,
  { notificationId, event: { userId }, content }: Notification,
  channel: DirectChannel,
): Promise<DeliveryOutcome> {
  return deliver(step, {
    steps: [`send:${channel}`, `record-failure:${channel}`],
    deliveries: ports.deliveries,
    message: {
      key: `notification:${notificationId}:${channel}`,
      subject: content.subject,
      workflow: "send-notification",
      recipient: "customer",
      channel,
    },
    send: async (key) => {
      const linked = await withLinks(ports, { about: content.subject, userId }, content);
      return sendOver[channel]({ ports, userId, contact: content.contact, content: linked, key });
    },
  });
}

/** The notification as an email, which its sender writes. */
export function emailOf({
  notificationId,
  event: { userId, type, data, priority },
  subject,
  cause,
}: Pick<Notification, "notificationId" | "event"> & {
  subject: string;
  cause: CausingEvent;
}): EmailToAskFor {
  return {
    key: `notification:${notificationId}:email`,
    content: { template: type, data },
    userId,
    about: subject,
    askedBy: "send-notification",
    recipient: "customer",
    priority: priority ?? "transactional",
    cause,
  };
}
