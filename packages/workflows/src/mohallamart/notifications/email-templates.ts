import * as analytics from "../analytics/emails.tsx";
import * as money from "../money/emails.tsx";
import * as orders from "../orders/emails.tsx";
import * as products from "../products/emails.tsx";
import * as shopkeepers from "../shopkeepers/emails.tsx";
import * as users from "../users/emails.tsx";
import type { EmailTemplate } from "./email-template.ts";
import { templateFinder } from "./message-template.ts";
import { notificationEmails } from "./notification-messages.ts";

/** Every kind of email that the senders write: those that the domains list in their `emails.tsx`, and notifications. */
export const emailTemplateOf = templateFinder<EmailTemplate>("email", [
  ...[analytics, money, orders, products, shopkeepers, users].flatMap((listed): EmailTemplate[] =>
    Object.values(listed),
  ),
  ...notificationEmails,
]);
