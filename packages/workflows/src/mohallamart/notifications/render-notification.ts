import { brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Contact, NotificationRequest, NotificationType } from "./notification-type.ts";

/** A notification as it goes to the vendors; JSON, so that a step can keep it. */
export interface RenderedNotification {
  subject: string;
  title: string;
  body: string;
  url: string;
  sms: { text: string; template: { name: string; values: Record<string, string> } };
  email: { html: string; text: string };
  contact: Contact;
}

/**
 * Puts a notification into words for every channel. Null when there is nothing to tell any more.
 * @throws NonRetriableError when the data is not what the type needs.
 */
export async function renderNotification(
  { word, smsTemplate }: NotificationType,
  request: NotificationRequest<unknown>,
): Promise<RenderedNotification | null> {
  const wording = await word(request);
  if (!wording) return null;
  const { subject, title, body, url, sms, email, contact = request.user } = wording;
  return {
    subject,
    title,
    body,
    url,
    sms: { text: sms.text, template: { name: smsTemplate, values: sms.values } },
    email: await renderBranded(email, brandOf(request.ports)),
    contact: { name: contact.name, email: contact.email, phone: contact.phone },
  };
}
