import type { Contact, NotificationRequest, NotificationType } from "./notification-type.ts";

/** A notification as it goes to devices and phones; JSON, so that a step can keep it. An email is written by its sender. */
export interface RenderedNotification {
  subject: string;
  title: string;
  body: string;
  url: string;
  sms: { text: string; template: { name: string; values: Record<string, string> } };
  contact: Contact;
}

/**
 * Puts a notification into words for devices, phones and the inbox. Null when there is nothing to tell any more.
 * @throws NonRetriableError when the data is not what the type needs.
 */
export async function renderNotification(
  { word, smsTemplate }: NotificationType,
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
    sms: { text: sms.text, template: { name: smsTemplate, values: sms.values } },
    contact: { name: contact.name, email: contact.email, phone: contact.phone },
  };
}
