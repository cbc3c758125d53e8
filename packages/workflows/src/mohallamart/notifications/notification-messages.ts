import type { NoMessage } from "../../deliver.ts";
import { oneClick } from "../../one-click.ts";
import { renderBranded } from "../brand-context.tsx";
import { allowedChannels } from "../consent.ts";
import type { Uses } from "../ports.ts";
import { stopUrl } from "../stop-link.ts";
import type { EmailTemplate } from "./email-template.ts";
import type { Channel } from "./notification-run.ts";
import type { NotificationRequest, NotificationType, Wording } from "./notification-type.ts";
import { notificationTypes } from "./notification-types.ts";
import type { PushTemplate } from "./push-template.ts";
import type { SmsTemplate } from "./sms-template.ts";

const types = [...notificationTypes];

/** Notifications as emails: one for each type, under its name. */
export const notificationEmails: readonly EmailTemplate[] = types.map(([name, type]) => ({
  name,
  async write({ userId, data, ports }) {
    const wording = await wordFor(type, "email", { userId, data, ports });
    if ("skipped" in wording) return wording;
    const { title: subject, email, brand, contact } = wording;
    if (contact.email === "") return { skipped: gone };
    const headers = type.messageClass === "promotional" ? oneClick(stopUrl) : undefined;
    return { to: contact.email, subject, ...(await renderBranded(email, brand)), headers };
  },
}));

/** Notifications on devices, under the names of their types. */
export const notificationPushes: readonly PushTemplate[] = types.map(([name, type]) => ({
  name,
  async write({ readerId: userId, data, ports }) {
    const wording = await wordFor(type, "push", { userId, data, ports });
    if ("skipped" in wording) return wording;
    const { title, body, url } = wording;
    return { title, body, url };
  },
}));

/** Notifications as text messages, under the names of their types. */
export const notificationTexts: readonly SmsTemplate[] = types.map(([name, type]) => ({
  name,
  async write({ userId, data, ports }) {
    const wording = await wordFor(type, "sms", { userId, data, ports });
    return "skipped" in wording ? wording : { ...wording.sms, to: wording.contact.phone };
  },
}));

const gone = "The user is gone.";

interface Reader extends Pick<NotificationRequest<unknown>, "data"> {
  userId: string | undefined;
  ports: NotificationRequest<unknown>["ports"] & Uses<{ users: "get" }>;
}

/** What it says to its reader, as they allow by the time that it leaves. */
async function wordFor(
  type: NotificationType,
  channel: Channel,
  { userId, data, ports }: Reader,
): Promise<(Wording & Required<Pick<Wording, "contact">>) | NoMessage> {
  const user = userId === undefined ? undefined : await ports.users.get(userId);
  if (!user) return { skipped: gone };
  const isPromotional = type.messageClass === "promotional";
  const preferences = isPromotional ? await ports.preferences.get(user.userId) : undefined;
  if (!allowedChannels(type.messageClass, preferences)[channel])
    return { skipped: `The user wants no ${names[channel]} of this kind any more.` };
  const wording = await type.word({ user, data, ports });
  if (!wording) return { skipped: "There is nothing to tell any more." };
  return { ...wording, contact: wording.contact ?? user };
}

const names: Record<Channel, string> = { email: "emails", push: "push messages", sms: "texts" };
