import type { CausingEvent, EventData } from "@org/events";
import type { notificationSend } from "@org/events/mohallamart/notification-send";
import { UnknownUserError } from "@org/stores/mohallamart/errors";
import type { WorkflowStep } from "../../client.ts";
import { type DeliveryOutcome, deliver } from "../../deliver.ts";
import { withOrderUrl } from "../orders/order-url.ts";
import type { Uses } from "../ports.ts";
import type { EmailToAskFor } from "./ask-for-emails.ts";
import type { RenderedNotification } from "./render-notification.ts";
import { type Channel, type DirectChannel, sendOver } from "./send-over.ts";

/** A notification that a run tells somebody. */
export interface Notification {
  /** Of the event, so that a repeated one is the same notification. */
  notificationId: string;
  event: EventData<typeof notificationSend>;
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

/** What the user asked for may take every channel; the rest, those that they chose. Without a choice it takes none. */
export async function allowedChannels(
  { preferences }: Uses<{ preferences: "get" }>,
  { userId, priority }: EventData<typeof notificationSend>,
  unasked: boolean,
): Promise<Record<Channel, boolean>> {
  if (!unasked && priority !== "bulk") return { push: true, sms: true, email: true };
  return (await preferences.get(userId))?.channels ?? { push: false, sms: false, email: false };
}

/** Over push or SMS, at once. */
export function tellAtOnce(
  step: WorkflowStep,
  ports: Uses<{ push: "send"; sms: "send"; deliveries: "get" | "record"; orderLinks: "issue"; webUrl: true }>,
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
      const linked = await withOrderUrl(ports, content.subject, content);
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
