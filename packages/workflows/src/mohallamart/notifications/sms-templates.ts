import * as orders from "../orders/texts.ts";
import { templateFinder } from "./message-template.ts";
import { notificationTexts } from "./notification-messages.ts";
import type { SmsTemplate } from "./sms-template.ts";

/** Every kind of text message that the senders write: those that the domains list in their `texts.ts`, and notifications. */
export const smsTemplateOf = templateFinder<SmsTemplate>("text message", [
  ...Object.values(orders),
  ...notificationTexts,
]);
