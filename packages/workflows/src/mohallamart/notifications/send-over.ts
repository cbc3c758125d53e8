import type { EventData } from "@org/events";
import type { notificationSend } from "@org/events/mohallamart/notification-send";
import { IntegrationError } from "@org/integrations/error";
import { noDevice } from "@org/integrations/push/port";
import type { Uses } from "../ports.ts";
import type { Contact } from "./notification-type.ts";
import type { RenderedNotification } from "./render-notification.ts";

export type Channel = EventData<typeof notificationSend>["channels"][number];

/** The channels over which a notification leaves at once; an email is asked for. */
export type DirectChannel = Exclude<Channel, "email">;

/** A notification on its way over one channel. */
export interface OutgoingNotification {
  ports: Uses<{ push: "send"; sms: "send" }>;
  userId: string;
  contact: Contact;
  content: RenderedNotification;
  /** Idempotency key of this channel's message. */
  key: string;
}

/** Hands a notification to a channel's vendor. @throws IntegrationError; with a code of `unreachable` without an address. */
export const sendOver: Record<
  DirectChannel,
  (outgoing: OutgoingNotification) => Promise<{ messageId?: string }>
> = {
  async push({ ports: { push }, userId, content: { title, body, url }, key }) {
    if (!push) throw noAddress("push", noPushVendor, "No push vendor is configured, so nobody has a device.");
    return push.send({ userId, title, body, url, key });
  },
  async sms({ ports: { sms }, contact: { phone }, content, key }) {
    if (!phone) throw noAddress("sms", noPhone, "The user has no phone.");
    const { text, template } = content.sms;
    return sms.send({ to: phone, body: text, template, key });
  },
};

const noPhone = "no_phone";
const noPushVendor = "no_push_vendor";

/** Codes of failures that are nobody's mistake: the user cannot be reached over that channel. */
export const unreachable: ReadonlySet<string | undefined> = new Set([noDevice, noPhone, noPushVendor]);

function noAddress(port: DirectChannel, code: string, message: string): IntegrationError {
  return new IntegrationError(message, { port, vendor: "none", kind: "final", code });
}
