import type { EventData } from "@org/events";
import type { notificationPushSend } from "@org/events/ten-ocean/notification-push-send";
import type { Push } from "@org/integrations/push/port";
import type { Message } from "../../deliver.ts";

/** A push message that was asked for. */
export interface PushRequest {
  /** Of the event, for a notification without an id of its own. */
  eventId: string;
  data: EventData<typeof notificationPushSend>;
}

/** How the message's delivery is recorded. */
export function pushMessageOf(
  { eventId, data: { userId, notificationId, about } }: PushRequest,
  workflow: string,
): Message {
  return {
    key: `notification:${notificationId ?? eventId}:${userId}:push`,
    subject: about ?? userId,
    workflow,
    recipient: userId.startsWith("admin_") ? "admin" : "resident",
    channel: "push",
  };
}

/** What the phone shows, and what opens on a tap. */
export function pushContent(
  { data: { title, body, path } }: PushRequest,
  portalUrl: string,
): Pick<Push, "title" | "body" | "url"> {
  return { title, body, url: path && `${portalUrl}${path}` };
}

/** What a run says when there is no vendor for push messages. */
export const withoutVendor = { skipped: "No push vendor is configured, so nobody has a device." } as const;
