import type { CausingEvent, EventData } from "@org/events";
import type { notificationSend } from "@org/events/mohallamart/notification-send";
import { UnknownUserError } from "@org/stores/mohallamart/errors";
import { brandOf } from "../brand.ts";
import { allowedChannels, waitsUntil } from "../consent.ts";
import type { MessageClass } from "../message-class.ts";
import type { Uses } from "../ports.ts";
import { type RequestedMessage, requestedEmail, requestedPush, requestedSms } from "./ask-for-messages.ts";
import type { Wording } from "./notification-type.ts";
import { notificationTypeOf } from "./notification-types.ts";

type Requested = EventData<typeof notificationSend>;

export type Channel = Requested["channels"][number];

/** A notification that a run tells somebody. */
export interface Notification {
  /** Of the event, so that a repeated one is the same notification. */
  notificationId: string;
  event: Pick<Requested, "userId" | "type" | "data" | "channels" | "priority">;
  cause: CausingEvent;
}

/** Puts the notification into the user's inbox on the site. @returns false when the user was deleted just now. */
export async function store(
  { notifications }: Uses<{ notifications: "add" }>,
  { notificationId, event: { userId, type, data } }: Notification,
  { title, body }: Pick<Wording, "title" | "body">,
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

export interface OverChannels {
  /** The id of what it is about. */
  subject: string;
  channels: readonly Channel[];
  /** Whether an email goes out in place of a text that cannot be sent. */
  orEmail: boolean;
}

/** The notification as a message for each channel, which its sender writes. */
export function messagesOf(
  { notificationId, event: { userId, type, data, priority }, cause }: Notification,
  { subject, channels, orEmail }: OverChannels,
): RequestedMessage[] {
  const common = {
    content: { template: type, data },
    about: subject,
    askedBy: "send-notification",
    recipient: "customer",
    priority: priority ?? "transactional",
    cause,
  } as const;
  const key = (channel: Channel) => `notification:${notificationId}:${channel}`;
  const emailKey = orEmail ? key("email") : undefined;
  return channels.map((channel) => {
    if (channel === "push") return requestedPush({ ...common, key: key(channel), readerId: userId });
    if (channel === "sms") return requestedSms({ ...common, key: key(channel), userId, emailKey });
    return requestedEmail({ ...common, key: key(channel), userId });
  });
}
