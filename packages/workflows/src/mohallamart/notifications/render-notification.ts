import type { SmsText } from "../sms-text.ts";
import type { Contact, NotificationRequest, NotificationType } from "./notification-type.ts";

/** A notification as it goes to devices and phones; JSON, so that a step can keep it. An email is written by its sender. */
export interface RenderedNotification {
  subject: string;
  title: string;
  body: string;
  url: string;
  sms: SmsText;
  contact: Contact;
}

/**
 * Puts a notification into words for devices, phones and the inbox. Null when there is nothing to tell any more.
 * @throws NonRetriableError when the data is not what the type needs.
 */
export async function renderNotification(
  { word }: NotificationType,
  request: NotificationRequest<unknown>,
): Promise<RenderedNotification | null> {
  const wording = await word(request);
  if (!wording) return null;
  const { subject, title, body, url, sms, contact = request.user } = wording;
  return {
    subject,
    title,
    body,
    url,
    sms,
    contact: { name: contact.name, email: contact.email, phone: contact.phone },
  };
}
